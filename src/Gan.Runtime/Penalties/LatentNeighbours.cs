using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>z + δ with δ ~ N(0, deviation² I).</summary>
internal static class LatentNeighbours
{
    public static void Check(StepPass pass)
    {
        TensorChecks.Alive(pass.Generated.Latents, "generated");
        TensorChecks.FloatingPoint(pass.Generated.Latents, "generated");
    }

    public static Tensor Draw(StepPass pass, double deviation)
    {
        var latents = pass.Generated.Latents;
        return latents.add(randn_like(latents), Precision.Reachable(deviation, latents.dtype));
    }
}
