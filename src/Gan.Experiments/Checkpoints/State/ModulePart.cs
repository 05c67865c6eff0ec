using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>A module's parameters and buffers, copied in place: optimisers hold on to the parameters they were made with.</summary>
internal sealed class ModulePart(nn.Module module) : IStatePart
{
    public IReadOnlyDictionary<string, Tensor> Capture() => Own();

    public Action Restoring(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var own = Own();
        if (tensors.Keys.FirstOrDefault(name => !own.ContainsKey(name)) is { } unknown)
            throw new ArgumentException($"The saved state contains {unknown}, but the module has no such parameter or buffer.");
        var pairs = own.Select(tensor => (Own: tensor.Value, Saved: Fitting(tensor.Key, tensor.Value, tensors))).ToArray();
        return () =>
        {
            using var scope = NewDisposeScope();
            using var withoutGraph = no_grad();
            foreach (var (target, saved) in pairs)
                target.copy_(saved);
        };
    }

    private IReadOnlyDictionary<string, Tensor> Own() => ModuleState.Of(module, nameof(module)).Tensors;

    private static Tensor Fitting(string name, Tensor own, IReadOnlyDictionary<string, Tensor> tensors) => tensors.TryGetValue(name, out var saved)
        ? SavedTensors.Fitting(name, saved, own.dtype, own.shape)
        : throw new ArgumentException($"The module has {name}, but the saved state does not contain it.");
}
