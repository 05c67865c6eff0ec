namespace Gan.Runtime.Backend;

/// <summary>Compares what libtorch computes of the layers with what is right.</summary>
internal static class LayerCheck
{
    private static readonly (CheckedLayer Layer, LayerSamples Samples, LayerValues Right)[] Layers = Array.ConvertAll(CheckedLayer.All, static layer =>
    {
        var samples = LayerSamples.Of(layer);
        return (layer, samples, DirectLayer.Of(layer, samples));
    });

    /// <summary>The layers that are wrong, each by its first wrong value.</summary>
    public static IReadOnlyList<WrongLayer> FindWrong() => OwnThread.Run(static () =>
    {
        // Many threads take longer to start than such layers to compute.
        LibtorchSwitches.UseOneThread();
        return FreshMemory.FullOfNaN(static () =>
        {
            var wrong = new List<WrongLayer>();
            // The second time kernels are there already, and the memory that they keep has been used.
            for (var time = 0; time < 2; time++)
            {
                foreach (var (layer, samples, right) in Layers)
                {
                    if (layer.Compute(samples).Compare(right, layer) is { } found && !wrong.Exists(other => other.Layer == found.Layer))
                        wrong.Add(found);
                }
            }

            return wrong;
        });
    });
}
