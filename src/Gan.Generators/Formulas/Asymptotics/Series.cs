using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Asymptotics;

/// <summary>One element of the asymptotic scale: exp(Σ cᵢ·tᵏⁱ) · tᵖ · log(t)^q, with all kᵢ &gt; 0, the greatest first.</summary>
/// <param name="Exponent">The terms cᵢ, kᵢ of the exponent.</param>
/// <param name="Power">p.</param>
/// <param name="LogPower">q.</param>
internal sealed record Growth(EquatableArray<ExponentTerm> Exponent, double Power, double LogPower)
{
    public static readonly Growth One = new(default, 0, 0);
    public static readonly Growth T = new(default, 1, 0);
    public static readonly Growth Log = new(default, 0, 1);
}

internal sealed record ExponentTerm(Expr Coefficient, double Power);

/// <summary>A coefficient, free of t, times an element of the scale.</summary>
internal sealed record SeriesTerm(Expr Coefficient, Growth Growth);

/// <summary>An expansion for t → +∞: terms from the fastest-growing down, and a bound on what is left out.</summary>
/// <param name="Terms">The terms, each growing faster than the next.</param>
/// <param name="Remainder">What is left out is at most a multiple of this; null if nothing is.</param>
internal sealed record Series(IReadOnlyList<SeriesTerm> Terms, Growth? Remainder)
{
    public static readonly Series Zero = new([], null);

    public bool IsZero => Terms.Count == 0 && Remainder is null;

    public static Series Of(Expr coefficient, Growth growth) => new([new(coefficient, growth)], null);
}
