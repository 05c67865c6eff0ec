using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The loss of several discriminators of one step, by discriminator. It owns all its tensors: disposing it frees them and the graphs, once or more often.
/// </summary>
public sealed class MultiDiscriminatorTerms : IDisposable
{
    private readonly OwnedTensors owned;

    internal MultiDiscriminatorTerms(IReadOnlyList<DiscriminatorTerms> discriminators, ListReduction reduction)
    {
        Discriminators = discriminators;
        Total = Lists.Reduce(discriminators.Select(terms => terms.Total), reduction);
        owned = new(Total);
        foreach (var terms in discriminators)
            terms.MoveOut();
    }

    /// <summary>The sum or the mean of the discriminators' totals, their penalties included: the scalar to call <c>backward</c> on.</summary>
    public Tensor Total { get; }

    /// <summary>The terms of each discriminator by itself, in the order of the list.</summary>
    public IReadOnlyList<DiscriminatorTerms> Discriminators { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        owned.Dispose();
        foreach (var terms in Discriminators)
            terms.Dispose();
    }
}
