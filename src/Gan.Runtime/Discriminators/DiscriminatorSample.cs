using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents one batch on its way through the discriminator. It is detached once, passed through D once, and differentiated at most once, however many penalties use it.</summary>
public sealed class DiscriminatorSample
{
    private readonly BoundDiscriminator discriminator;
    private readonly Func<Tensor?> batch;
    private Tensor? input;
    private Tensor? logits;
    private Tensor? gradient;

    internal DiscriminatorSample(BoundDiscriminator discriminator, Func<Tensor?> batch, string name, string parameterName)
        => (this.discriminator, this.batch, Name, ParameterName) = (discriminator, batch, name, parameterName);

    internal DiscriminatorSample(BoundDiscriminator discriminator, Tensor? batch, string name, string parameterName)
        : this(discriminator, () => batch, name, parameterName)
    {
    }

    /// <summary>A batch that is the caller's argument.</summary>
    internal DiscriminatorSample(BoundDiscriminator discriminator, Tensor? batch, string name)
        : this(discriminator, batch, name, name)
    {
    }

    /// <summary>Gets the name of the samples, for messages.</summary>
    public string Name { get; }

    /// <summary>The caller's argument that the samples are, or that they are made of.</summary>
    internal string ParameterName { get; }

    /// <summary>The deviation of the noise on the batch. To be set before anybody sees it.</summary>
    internal double Noise { get; set; }

    /// <summary>Gets the samples that D sees, detached from the generator. The real and the generated batch have the noise of <c>[InstanceNoise]</c>.</summary>
    /// <exception cref="ArgumentException">The samples are null, disposed or empty.</exception>
    public Tensor Input => input ??= Detached();

    /// <summary>Gets the logits of the samples, with the graph to the parameters of D. The first use calls D.</summary>
    /// <exception cref="ArgumentException">The samples are null, disposed or empty, or D does not accept them.</exception>
    /// <exception cref="InvalidOperationException">D does not return logits.</exception>
    public Tensor Logits => logits ??= discriminator.LogitsOf(Input, Name, ParameterName);

    /// <summary>Gets the gradient of the sum of the logits with respect to the samples, with the graph to the parameters of D. <see cref="TrackGradient"/> must come first.</summary>
    /// <exception cref="ArgumentException">The samples are null, disposed or empty, or D does not accept them.</exception>
    /// <exception cref="InvalidOperationException"><see cref="TrackGradient"/> was not called before D was, or the output of D or its gradient cannot be differentiated.</exception>
    public Tensor Gradient => gradient ??= Differentiate();

    /// <summary>The batch, checked to be one a gradient can be taken in.</summary>
    internal Tensor TrackableInput
    {
        get
        {
            TensorChecks.FloatingPoint(Input, ParameterName);
            return Input.dim() > 0 ? Input : throw new ArgumentException("The samples need a batch dimension: the tensor is a scalar.", ParameterName);
        }
    }

    /// <summary>Makes <see cref="Gradient"/> available. A penalty calls it in <c>DiscriminatorPenalty.Prepare</c>, before D is called.</summary>
    /// <exception cref="ArgumentException">The samples are null, disposed, empty, not floating point or without a batch dimension.</exception>
    public void TrackGradient() => Refusals.Of(() => TrackableInput.requires_grad_(true), () => $"The {Name} samples cannot have a gradient", ParameterName);

    private Tensor Detached()
    {
        var samples = batch();
        TensorChecks.NotEmpty(samples, ParameterName);
        return SampleNoise.On(samples.detach(), Noise, ParameterName);
    }

    private Tensor Differentiate()
    {
        if (!Input.requires_grad)
            throw new InvalidOperationException($"The gradient at the {Name} samples was not tracked: call {nameof(TrackGradient)} before D is called, in Prepare of the penalty.");
        var result = InputGradient.Of(Logits, Input, $"{Name} samples");
        if (!result.requires_grad && discriminator.Module.parameters().Any(p => p.requires_grad))
        {
            throw new InvalidOperationException(
                $"The discriminator's gradient at the {Name} samples does not depend on its parameters (it has no second derivative), so a gradient penalty would train nothing.");
        }

        return result;
    }
}
