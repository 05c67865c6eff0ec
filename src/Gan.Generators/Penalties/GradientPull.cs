using Gan.Dsl;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Penalties;

/// <summary>Every penalty on ∇D in one form, estimated or exact: at some place it pulls the norm of the gradient to a target, or below it, or makes it pay by a formula.</summary>
/// <param name="Name">The penalty's attribute.</param>
/// <param name="Target">The norm that costs nothing; not a number where a formula says what costs.</param>
internal sealed record GradientPull(string Name, GradientPull.At Place, double Weight, int Every, double Target, bool IsWrittenOneSided = false, GradientNorm Norm = GradientNorm.PerSample)
{
    /// <summary>The option that makes a pull one-sided.</summary>
    public const string OneSided = nameof(GradientPenalty.OneSided);

    public enum At
    {
        Real,
        Fake,
        Interpolates,
        AroundReal,
        Both,
    }

    /// <summary>The order of the norm.</summary>
    public double Order { get; init; } = 2;

    /// <summary>Whether the largest gradient of a batch pays for all.</summary>
    public bool IsOfLargest { get; init; }

    /// <summary>What a norm costs, a formula in t at the hyperparameters' defaults; null where the target says it, or where it is not known.</summary>
    public Expr? Formula { get; init; }

    /// <summary>A factor that depends on the logit; null where there is none.</summary>
    public Expr? Factor { get; init; }

    /// <summary>Whether it is a mean of squares, without a factor: what such penalties do together is known.</summary>
    public bool IsMeanSquare => !double.IsNaN(Target) && Factor is null && !IsOfLargest;

    /// <summary>No norm lies below 0: there the two kinds are one.</summary>
    public bool IsTwoSided => !IsWrittenOneSided || Target == 0;

    public string PlaceText => Place switch
    {
        At.Real => "at the real samples",
        At.Fake => "at the generated samples",
        At.Both => "at the real and the generated samples",
        At.AroundReal => "around the real samples",
        _ => "between real and generated samples",
    };

    /// <summary>The density that the samples there have: p, q, their mean, or r of neither.</summary>
    public string Density => Place switch
    {
        At.Real => "p",
        At.Fake => "q",
        At.Both => "(p + q)/2",
        _ => "r",
    };

    /// <summary>The penalty where every gradient has this norm.</summary>
    /// <param name="norm">The norm, in the order asked for.</param>
    /// <param name="logit">What D returns.</param>
    public double Of(double norm, double logit = 0) => Weight * (Factor?.Evaluate(logit) ?? 1) * (Formula?.Evaluate(norm) ?? Square(IsTwoSided ? norm - Target : Math.Max(0, norm - Target)));

    private static double Square(double beyond) => beyond * beyond;

    /// <summary>Whether the two places come arbitrarily near to each other: the lines between real and generated samples end in both.</summary>
    public bool Touches(GradientPull other) => (Place, other.Place) is not ((At.Fake, At.Real or At.AroundReal) or (At.Real or At.AroundReal, At.Fake));
}
