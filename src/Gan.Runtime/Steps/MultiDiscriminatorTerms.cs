using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The loss of several discriminators of one step, by discriminator. It owns all its tensors: disposing it frees them and the graphs, once or more often.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the direct way, as for one discriminator: see <see cref="DiscriminatorTerms"/>. <see cref="Total"/> is a scalar with a graph, made when it is first read.
/// </remarks>
public sealed class MultiDiscriminatorTerms : IDisposable
{
    private readonly ListReduction reduction;
    private Tensor? total;
    private bool isDisposed;

    internal MultiDiscriminatorTerms(IReadOnlyList<DiscriminatorTerms> discriminators, ListReduction reduction)
    {
        (Discriminators, this.reduction) = (discriminators, reduction);
        foreach (var terms in discriminators)
            terms.MoveOut();
    }

    /// <summary>The sum or the mean of the discriminators' totals, their penalties included: a scalar to call <c>backward</c> on.</summary>
    /// <exception cref="ObjectDisposedException">The terms have been disposed before it was first read.</exception>
    public Tensor Total => total ??= Reduced();

    /// <summary>The terms of each discriminator by itself, in the order of the list.</summary>
    public IReadOnlyList<DiscriminatorTerms> Discriminators { get; }

    /// <summary>Differentiates the total in the discriminators' parameters, as <c>Total.backward()</c> does, in one backward over each and with less work.</summary>
    /// <exception cref="InvalidOperationException">The logits have no graph.</exception>
    public void Backward()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        foreach (var terms in Discriminators)
            terms.BackwardTimes(reduction == ListReduction.Mean ? 1.0 / Discriminators.Count : 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isDisposed = true;
        total?.Dispose();
        foreach (var terms in Discriminators)
            terms.Dispose();
    }

    private Tensor Reduced()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        // It may be asked for where a caller only prints it.
        using var graph = enable_grad();
        var totals = Discriminators.Select(static terms => terms.Total).ToArray();
        using var scope = NewDisposeScope();
        return Lists.Reduce(totals, reduction).MoveToOuterDisposeScope();
    }
}
