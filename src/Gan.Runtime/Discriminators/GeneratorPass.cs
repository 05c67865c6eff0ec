using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents generated samples with their graph, and the latents that they were generated from.</summary>
public sealed class GeneratorPass : StepPass
{
    private readonly Tensor? fake;
    private readonly Tensor? latents;

    internal GeneratorPass(Tensor? fake, Tensor? latents = null, long? step = null)
    {
        (this.fake, this.latents) = (fake, latents);
        Step = step;
    }

    /// <summary>Gets the generated samples G(w), with their graph.</summary>
    /// <exception cref="ArgumentException">The samples are null, disposed or empty.</exception>
    public Tensor Fake
    {
        get
        {
            TensorChecks.NotEmpty(fake, nameof(fake));
            return fake;
        }
    }

    /// <summary>Gets the latents w.</summary>
    /// <exception cref="ArgumentException">The latents are null, disposed or empty.</exception>
    public Tensor Latents
    {
        get
        {
            TensorChecks.NotEmpty(latents, nameof(latents));
            return latents;
        }
    }

    /// <summary>The number of the training step; null where the caller has neither it nor the latents.</summary>
    internal long? Step { get; }
}
