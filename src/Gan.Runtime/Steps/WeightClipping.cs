using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Tensors;
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
        var parameters = discriminator.parameters().Where(TensorChecks.IsFloatingPoint).ToLookup(CudaRuntime.Reads);
        foreach (var alike in parameters[true].GroupBy(static parameter => (parameter.device_index, parameter.dtype)))
        {
            using var list = new TensorList([.. alike]);
            list.Clamp(limit);
        }

        foreach (var parameter in parameters[false])
            Precision.ClampTo(parameter, limit);
    }
}
