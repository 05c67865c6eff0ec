using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>Numbers that change from step to step, as of an objective's penalties, a scalar each.</summary>
/// <param name="read">The numbers as they are now.</param>
/// <param name="load">Takes saved ones over. Where it throws, it has changed nothing.</param>
internal sealed class NumbersPart(Func<IReadOnlyDictionary<string, double>> read, Action<IReadOnlyDictionary<string, double>> load) : IStatePart
{
    public IReadOnlyDictionary<string, Tensor> Capture() => read().ToDictionary(number => number.Key, number => tensor(number.Value, ScalarType.Float64));

    public Action Restoring(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var saved = tensors.ToDictionary(t => t.Key, t => SavedTensors.Fitting(t.Key, t.Value, ScalarType.Float64).ToDouble());
        var before = new Dictionary<string, double>(read());
        // Only loading checks the numbers.
        load(saved);
        load(before);
        return () => load(saved);
    }
}
