namespace Gan.Dsl;

/// <summary>
/// Declares the GAN objective that minimises the f-divergence <c>D_f(p, q) = E_q[f(p/q)]</c> of the data p from the model q.
/// </summary>
/// <remarks>
/// <para>
/// The generator makes the partial class an <c>IGanObjective</c>. D's logit is v = log(p/q), and the three losses follow from f and its derivative f':
/// <code>
/// Real(v) = -f'(e^v)        Fake(v) = e^v f'(e^v) - f(e^v)        Generator(v) = -Fake(v)
/// </code>
/// f must be convex on u > 0; otherwise the compiler reports an error. It warns if f(1) ≠ 0, which adds a constant to the loss.
/// </para>
/// <para>For the total variation, <c>"c * abs(u - 1)"</c>, f' is a step function, whose gradient is zero. The losses then use the activation c·tanh(v) of the paper instead.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</para>
/// </remarks>
/// <param name="f">The function f, as a C# expression in <c>u</c>. For example, <c>"u * log(u)"</c> is the Kullback-Leibler divergence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FDivergenceAttribute(string f) : Attribute
{
    /// <summary>Gets the function f, as a C# expression in <c>u</c>.</summary>
    public string F { get; } = f;

    /// <summary>
    /// Gets or sets a value that indicates whether the generator minimises Real(v) instead of -Fake(v). The default is <see langword="false"/>.
    /// </summary>
    /// <remarks>With Real(v), the generator no longer minimises the divergence itself, but its gradient does not vanish where D tells its samples apart.</remarks>
    public bool NonSaturating { get; set; }

    /// <summary>Gets or sets the papers that the objective comes from, separated by semicolons, such as <c>"Mao et al. 2017, arXiv 1611.04076"</c>.</summary>
    /// <remarks>The documentation of the objective shows them, and <c>Info.Sources</c> lists them, with the paper of the derivation.</remarks>
    public string? Source { get; set; }
}
