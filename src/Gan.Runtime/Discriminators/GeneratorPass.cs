using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents generated samples with their graph, and the latents that they were generated from.</summary>
public sealed class GeneratorPass : StepPass
{
    private readonly Tensor? latents;
    private Tensor? fake;

    internal GeneratorPass(Tensor? fake, Tensor? latents = null, long? step = null)
        : base(GeneratedBatch.Nothing) =>
        (this.fake, this.latents, Step) = (fake, latents, step);

    /// <summary>With the generator, which is called when the samples are first used.</summary>
    internal GeneratorPass(GeneratedBatch? generated, long step = 0)
        : base(Ranges.NotNull(generated, nameof(generated))) =>
        (fake, latents, Step) = (Generated.Samples, Generated.LatentsOrNull, step);

    /// <summary>Gets the generated samples G(w), with their graph.</summary>
    /// <exception cref="ArgumentException">The samples are null, disposed or empty.</exception>
    public Tensor Fake
    {
        get
        {
            if (fake is null && Generated.HasGenerator)
                fake = Generated.Generate();
            TensorChecks.NotEmpty(fake, FakeName);
            return fake;
        }
    }

    /// <summary>Gets the latents w.</summary>
    /// <exception cref="ArgumentException">The latents are null, disposed or empty.</exception>
    public Tensor Latents
    {
        get
        {
            TensorChecks.NotEmpty(latents, LatentsName);
            return latents;
        }
    }

    /// <summary>The caller's argument that has the samples.</summary>
    internal string FakeName => ReferenceEquals(Generated, GeneratedBatch.Nothing) ? nameof(fake) : "generated";

    /// <summary>The caller's argument that has the latents.</summary>
    internal string LatentsName => ReferenceEquals(Generated, GeneratedBatch.Nothing) ? nameof(latents) : "generated";

    /// <summary>The latents, if there are any.</summary>
    internal Tensor? LatentsOrNull => latents;

    private protected override bool TracksGenerator => true;

    /// <summary>The number of the training step; null where the caller has neither it nor the latents.</summary>
    internal long? Step { get; }
}
