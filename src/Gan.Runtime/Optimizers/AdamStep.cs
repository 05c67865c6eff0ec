using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Cuda.Tensors;
using static TorchSharp.torch;

namespace Gan.Runtime.Optimizers;

/// <summary>
/// The step of all parameters of a group: on GPUs one launch for those of a device, a dtype and a number of steps, which are usually all of the group, and otherwise one after the other.
/// </summary>
/// <param name="states">What is kept of each parameter.</param>
internal sealed class AdamStep(FusedAdamState[] states) : IDisposable
{
    // Kept from step to step, as the lists for launches are.
    private readonly List<(FusedAdamState State, Tensor Gradient)> single = [];
    private readonly List<(FusedAdamState State, Tensor Gradient)> launched = [];
    private readonly List<TensorTable> tables = [];

    public FusedAdamState[] States => states;

    /// <summary>Updates every parameter that has a gradient.</summary>
    /// <param name="group">The group's options.</param>
    /// <exception cref="InvalidOperationException">A gradient is sparse; a parameter has been disposed, or has changed its dtype or device. None has been updated.</exception>
    /// <exception cref="CudaException">A kernel cannot be compiled, loaded or launched.</exception>
    public void Run(AdamGroup group)
    {
        try
        {
            foreach (var state in states)
            {
                if (state.Gradient() is not { } gradient)
                    continue;
                (state.IsForLaunch(gradient) ? launched : single).Add((state, gradient));
                state.Check(gradient);
            }

            if (launched.Count > 0)
                Launch(group);
            foreach (var (state, gradient) in single)
                state.Step(group, gradient);
        }
        finally
        {
            Free(single);
            Free(launched);
        }
    }

    /// <summary>Frees the moments and the lists.</summary>
    public void Dispose()
    {
        tables.ForEach(static table => table.Dispose());
        foreach (var state in states)
            state.Dispose();
    }

    private void Launch(AdamGroup group)
    {
        var place = 0;
        foreach (var alike in launched.GroupBy(static parameter => (parameter.Gradient.device_index, parameter.Gradient.dtype, parameter.State.Steps)))
        {
            if (place == tables.Count)
                tables.Add(new());
            var update = AdamUpdate.At(alike.Key.Steps + 1, group);
            tables[place++].Run(
                [.. alike.Select(static parameter => parameter.State.Row(parameter.Gradient))],
                (list, _) => [CudaTensors.Adam(
                    alike.Key.dtype, list, update.Decay, update.L2, update.Beta1, update.MeanWeight, update.Beta2, update.SquareWeight, update.Rate, update.Epsilon)]);
            foreach (var (state, _) in alike)
                state.HasStepped();
        }
    }

    private static void Free(List<(FusedAdamState State, Tensor Gradient)> parameters)
    {
        foreach (var (_, gradient) in parameters)
            gradient.Dispose();
        parameters.Clear();
    }
}
