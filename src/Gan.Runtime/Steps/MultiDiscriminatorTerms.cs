using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the terms of the losses of several discriminators of one step. Dispose it to free its tensors and the graphs.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the fastest way to differentiate, as for one discriminator (see <see cref="DiscriminatorTerms"/>). <see cref="Total"/> is a scalar with a graph, which is built when it is first read.
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

    /// <summary>Gets the sum or mean of the totals of the discriminators, including their penalties: a scalar to call <c>backward</c> on.</summary>
    /// <exception cref="ObjectDisposedException">The terms were disposed before the total was first read.</exception>
    public Tensor Total => total ??= Reduced();

    /// <summary>Gets the terms of each discriminator, in the order of the discriminators.</summary>
    public IReadOnlyList<DiscriminatorTerms> Discriminators { get; }

    /// <summary>Computes the gradient of the total with respect to the parameters of the discriminators, like <c>Total.backward()</c>, with one backward pass over each and less work.</summary>
    /// <exception cref="InvalidOperationException">The logits have no graph, or the <see cref="LogitGradients"/> of this step have been filled again since.</exception>
    /// <exception cref="ObjectDisposedException">The terms have been disposed.</exception>
    public void Backward()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        foreach (var terms in Discriminators)
            terms.BackwardTimes(reduction == ListReduction.Mean ? 1.0 / Discriminators.Count : 1);
    }

    /// <summary>Frees the tensors and the graphs.</summary>
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
