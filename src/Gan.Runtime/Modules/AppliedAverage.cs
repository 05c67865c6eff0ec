using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>A module that has the values of an average for a while: disposing this restores its own.</summary>
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

    /// <summary>Restores the module's own parameters and buffers. What has been disposed meanwhile is passed over.</summary>
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
