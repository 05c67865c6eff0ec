using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>Weight clipping: every floating-point parameter becomes <c>clamp(W, -limit, limit)</c>, in place, outside any graph.</summary>
internal static class WeightClipping
{
    public static void Clip(nn.Module discriminator, double limit)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        Ranges.Positive(limit, nameof(limit));

        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        foreach (var parameter in discriminator.parameters())
        {
            if (TensorChecks.IsFloatingPoint(parameter))
                Precision.ClampTo(parameter, limit);
        }
    }
}
