namespace Gan.Dsl;

/// <summary>
/// Says what limits the discriminator outside of the objective, such as a penalty in the training loop or the layers of D:
/// a loss that needs a limit, such as Wasserstein's, is then not warned of. Nothing is generated for it; the documentation of the objective shows it.
/// </summary>
/// <remarks>
/// <c>[CriticLimitedBy("orthonormal layers (Anil, Lucas and Grosse 2018, arXiv 1811.05381)")]</c>. Spectral normalisation has an attribute of its own, <see cref="SpectralNormAttribute"/>.
/// </remarks>
/// <param name="limit">What limits D: a noun that goes after "by".</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CriticLimitedByAttribute(string limit) : Attribute
{
    /// <summary>What limits D.</summary>
    public string Limit { get; } = limit;
}
