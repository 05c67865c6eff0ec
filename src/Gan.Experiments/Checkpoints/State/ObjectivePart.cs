using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>What an objective's penalties carry from step to step, a scalar each.</summary>
internal sealed class ObjectivePart(IGanObjective objective) : IStatePart
{
    public IReadOnlyDictionary<string, Tensor> Capture() => objective.State.ToDictionary(number => number.Key, number => tensor(number.Value, ScalarType.Float64));

    public Action Restoring(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var saved = tensors.ToDictionary(t => t.Key, t => SavedTensors.Fitting(t.Key, t.Value, ScalarType.Float64).ToDouble());
        var before = new Dictionary<string, double>(objective.State);
        // Only loading checks the numbers; where it throws, it has changed nothing.
        objective.LoadState(saved);
        objective.LoadState(before);
        return () => objective.LoadState(saved);
    }
}
