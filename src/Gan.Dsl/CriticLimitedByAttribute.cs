namespace Gan.Dsl;

/// <summary>
/// States what limits the slope of the discriminator outside of the objective, such as a penalty in the training loop or the layers of D.
/// </summary>
/// <remarks>
/// <para>The compiler then no longer warns of a loss that needs such a limit, for example the Wasserstein loss. It generates no code for this attribute, but shows the limit in the documentation of the objective.</para>
/// <para>Example: <c>[CriticLimitedBy("orthonormal layers (Anil, Lucas and Grosse 2018, arXiv 1811.05381)")]</c>. For spectral normalisation, use <see cref="SpectralNormAttribute"/>.</para>
/// </remarks>
/// <param name="limit">A noun phrase that completes the sentence "D is limited by …". It must not be empty.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CriticLimitedByAttribute(string limit) : Attribute
{
    /// <summary>Gets the noun phrase that states what limits D.</summary>
    public string Limit { get; } = limit;
}
