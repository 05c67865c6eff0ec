namespace Gan.Dsl;

/// <summary>
/// Declares the GAN that minimises an f-divergence, from f alone. The partial class it stands on becomes an <c>IGanObjective</c>.
/// </summary>
/// <remarks>
/// <para>
/// f(u) is convex on u > 0 with f(1) = 0, and the divergence of the data p from the model q is <c>D_f(p, q) = E_q[f(p/q)]</c>.
/// D's logit is v = log(p/q), and everything follows, with no inverse to find:
/// <code>
/// Real(v) = -f'(e^v)        Fake(v) = e^v f'(e^v) - f(e^v)        Generator(v) = -Fake(v)
/// </code>
/// The declaration is an error where f is not convex. f(1) ≠ 0 only offsets the loss, and is a warning.
/// For <c>"c * abs(u - 1)"</c>, the total variation, f' is a step, which teaches nothing: it takes the activation c·tanh(v) of the paper instead.
/// </para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</para>
/// </remarks>
/// <param name="f">f as a C# expression in <c>u</c>: <c>"u * log(u)"</c> is the Kullback-Leibler divergence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FDivergenceAttribute(string f) : Attribute
{
    /// <summary>f as a C# expression in <c>u</c>.</summary>
    public string F { get; } = f;

    /// <summary>
    /// The generator minimises Real(v) instead of -Fake(v): it no longer minimises the divergence itself, but its gradient stays where D wins.
    /// </summary>
    public bool NonSaturating { get; set; }

    /// <summary>The paper or papers it comes from, beside that of the derivation, set apart by semicolons: <c>"Mao et al. 2017, arXiv 1611.04076"</c>. Shown in its documentation and listed by its <c>Info.Sources</c>.</summary>
    public string? Source { get; set; }
}
