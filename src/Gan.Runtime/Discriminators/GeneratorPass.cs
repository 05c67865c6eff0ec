using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>Generated samples with their graph, and what they were made of.</summary>
/// <param name="fake">G(z).</param>
/// <param name="latents">z, or whatever the samples' path lengths are to be taken in.</param>
/// <param name="step">The number of the training step; null where the caller has neither it nor the latents.</param>
internal sealed class GeneratorPass(Tensor? fake, Tensor? latents = null, long? step = null) : StepPass
{
    public long? Step => step;

    public Tensor Fake
    {
        get
        {
            TensorChecks.NotEmpty(fake, nameof(fake));
            return fake;
        }
    }

    public Tensor Latents
    {
        get
        {
            TensorChecks.NotEmpty(latents, nameof(latents));
            return latents;
        }
    }
}
