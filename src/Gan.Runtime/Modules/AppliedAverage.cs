using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a module whose parameters and buffers are temporarily replaced by an average. Dispose it to restore them.</summary>
public sealed class AppliedAverage : IDisposable
{
    private readonly List<(Tensor Target, Tensor Own)> saved = [];

    internal AppliedAverage(IReadOnlyList<AveragedTensor> pairs)
    {
        foreach (var pair in pairs)
            saved.Add((pair.Value, pair.Value.detach().clone().DetachFromDisposeScope()));
        foreach (var pair in pairs)
            pair.Value.copy_(pair.Mean);
    }

    /// <summary>Restores the parameters and buffers of the module, except those that have been disposed.</summary>
    public void Dispose()
    {
        using var withoutGraph = no_grad();
        foreach (var (target, own) in saved)
        {
            using (own)
            {
                if (!target.IsInvalid)
                    target.copy_(own);
            }
        }

        saved.Clear();
    }
}
