using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>One batch on its way through the discriminator: detached once, passed through D once, differentiated at most once, whoever asks.</summary>
internal sealed class DiscriminatorSample(BoundDiscriminator discriminator, Tensor? batch, string name, string parameterName)
{
    /// <summary>A batch that is the caller's argument.</summary>
    public DiscriminatorSample(BoundDiscriminator discriminator, Tensor? batch, string name)
        : this(discriminator, batch, name, name)
    {
    }

    private Tensor? input;
    private Tensor? logits;
    private Tensor? gradient;

    public string Name => name;

    /// <summary>The deviation of the noise on the batch. To be set before anybody sees it.</summary>
    public double Noise { private get; set; }

    /// <summary>The batch, cut off from what made it.</summary>
    public Tensor Input => input ??= Detached();

    /// <summary>The batch, checked to be one a gradient can be taken in.</summary>
    public Tensor TrackableInput
    {
        get
        {
            TensorChecks.FloatingPoint(Input, parameterName);
            return Input.dim() > 0 ? Input : throw new ArgumentException("The samples need a batch dimension: the tensor is a scalar.", parameterName);
        }
    }

    public Tensor Logits => logits ??= discriminator.LogitsOf(Input, name, parameterName);

    /// <summary>The gradient of the logits' sum in the batch. <see cref="TrackGradient"/> comes first.</summary>
    public Tensor Gradient => gradient ??= Differentiate();

    /// <summary>Makes the gradient available. To be called before D is.</summary>
    public void TrackGradient() => Refusals.Of(() => TrackableInput.requires_grad_(true), () => $"The {name} samples cannot have a gradient", parameterName);

    private Tensor Detached()
    {
        TensorChecks.NotEmpty(batch, parameterName);
        return SampleNoise.On(batch.detach(), Noise, parameterName);
    }

    private Tensor Differentiate()
    {
        var result = InputGradient.Of(Logits, Input, $"{name} samples");
        if (!result.requires_grad && discriminator.Module.parameters().Any(p => p.requires_grad))
        {
            throw new InvalidOperationException(
                $"The discriminator's gradient at the {name} samples does not depend on its parameters (it has no second derivative), so a gradient penalty would train nothing.");
        }

        return result;
    }
}
