using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a batch of generated samples with what penalties use beside them: the generator G and its latents z, and pairs of tensors whose distances are terms of the loss. A step takes it in place of the samples.</summary>
/// <remarks>
/// The object owns nothing: it holds what the caller gave it, and can be used for the steps of both players.
/// If it has no <see cref="Samples"/>, each step calls G for them: the step of the discriminator without a graph, and the step of the generator with one.
/// </remarks>
public sealed class GeneratedBatch
{
    private readonly Func<Tensor, Tensor?>? call;
    private readonly nn.Module? generator;
    private readonly Tensor? latents;

    /// <summary>Initialises a new instance of the <see cref="GeneratedBatch"/> class with a generator and its latents.</summary>
    /// <param name="generator">The generator G, which maps latents to samples.</param>
    /// <param name="latents">The latents z, with the batch in dimension 0.</param>
    /// <exception cref="ArgumentException">The generator is null, or the latents are null, disposed or empty.</exception>
    public GeneratedBatch(nn.Module<Tensor, Tensor> generator, Tensor latents)
        : this(Ranges.NotNull(generator, nameof(generator)), generator.call, latents)
    {
    }

    /// <summary>Initialises a new instance of the <see cref="GeneratedBatch"/> class with a conditional generator and its latents.</summary>
    /// <param name="generator">The generator G, which maps latents and conditions to samples.</param>
    /// <param name="latents">The latents z, with the batch in dimension 0.</param>
    /// <param name="condition">The condition of each sample, which all latents at which a penalty calls G have too.</param>
    /// <exception cref="ArgumentException">The generator is null, or a tensor is null, disposed or empty.</exception>
    public GeneratedBatch(nn.Module<Tensor, Tensor, Tensor> generator, Tensor latents, Tensor condition)
        : this(Ranges.NotNull(generator, nameof(generator)), z => generator.call(z, condition), latents) => TensorChecks.NotEmpty(condition, nameof(condition));

    /// <summary>Initialises a new instance of the <see cref="GeneratedBatch"/> class with samples alone, for penalties that do not call G.</summary>
    /// <param name="samples">The samples G(z), which need their graph in the step of the generator.</param>
    /// <exception cref="ArgumentException">The samples are null, disposed or empty.</exception>
    public GeneratedBatch(Tensor samples)
    {
        TensorChecks.NotEmpty(samples, nameof(samples));
        Samples = samples;
    }

    private GeneratedBatch()
    {
    }

    private GeneratedBatch(nn.Module generator, Func<Tensor, Tensor?> call, Tensor latents)
    {
        TensorChecks.NotEmpty(latents, nameof(latents));
        TorchBackend.Check();
        (this.generator, this.call, this.latents) = (generator, call, latents);
    }

    /// <summary>Gets a value that indicates whether the batch has the generator and its latents.</summary>
    public bool HasGenerator => generator is not null;

    /// <summary>Gets the module of the generator, whose parameters a penalty can use.</summary>
    /// <exception cref="InvalidOperationException">The batch has samples alone.</exception>
    public nn.Module Generator => generator ?? throw NoGenerator();

    /// <summary>Gets the latents z.</summary>
    /// <exception cref="InvalidOperationException">The batch has samples alone.</exception>
    public Tensor Latents => latents ?? throw NoGenerator();

    /// <summary>Gets or sets the samples G(z), if the caller has them already. The default is <see langword="null"/>: then each step calls G for them.</summary>
    /// <remarks>For the step of the generator, they need their graph.</remarks>
    /// <exception cref="ArgumentException">The samples are disposed or empty.</exception>
    public Tensor? Samples
    {
        get;
        init
        {
            if (value is not null)
                TensorChecks.NotEmpty(value, nameof(Samples));
            field = value;
        }
    }

    /// <summary>Gets or sets the pairs of tensors whose distances are terms of the generator's loss, by the names of their <c>[Distance]</c> attributes. It is empty by default.</summary>
    /// <remarks>The two tensors have the same shape, dtype and device, and keep their graphs: for example the generated and the wanted image, or an image and what two generators make of it one after the other.</remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, (Tensor First, Tensor Second)> Pairs { get; init => field = Ranges.NotNull(value); } = new Dictionary<string, (Tensor First, Tensor Second)>();

    /// <summary>What a step has whose caller gave plain samples.</summary>
    internal static GeneratedBatch Nothing { get; } = new();

    /// <summary>The latents, if there are any.</summary>
    internal Tensor? LatentsOrNull => latents;

    /// <summary>G at its latents or at others.</summary>
    internal Tensor Generate(Tensor at)
    {
        if (call is null)
            throw NoGenerator();
        var samples = Refusals.Of(() => call(at), () => $"The generator does not accept the latents, {TensorChecks.Describe(at)}", nameof(latents)) ?? throw new InvalidOperationException("The generator returned null.");
        if (samples.IsInvalid || samples.numel() == 0)
            throw new InvalidOperationException($"The generator returned {(samples.IsInvalid ? "a disposed tensor" : $"no samples, {TensorChecks.Shape(samples)}")}.");
        return ReferenceEquals(samples, at) ? samples.alias() : samples;
    }

    /// <summary>The samples of its own latents.</summary>
    internal Tensor Generate() => Samples ?? Generate(Latents);

    private static InvalidOperationException NoGenerator() => new("A penalty needs the generator, but the step has only the generated samples: pass new GeneratedBatch(generator, latents) in place of the samples.");
}
