using Gan.Dsl;

namespace Gan.Generators.Penalties;

/// <summary>Every penalty on ∇D in one form, estimated or exact: at some place it pulls the norm of the gradient to a target, or below it.</summary>
/// <param name="Name">The penalty's attribute.</param>
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
    }

    /// <summary>No norm lies below 0: there the two kinds are one.</summary>
    public bool IsTwoSided => !IsWrittenOneSided || Target == 0;

    public string PlaceText => Place switch
    {
        At.Real => "at the real samples",
        At.Fake => "at the generated samples",
        At.AroundReal => "around the real samples",
        _ => "between real and generated samples",
    };

    /// <summary>The density that the samples there have: p, q, or r of neither.</summary>
    public string Density => Place switch
    {
        At.Real => "p",
        At.Fake => "q",
        _ => "r",
    };

    /// <summary>The penalty where every gradient has this norm.</summary>
    public double Of(double norm)
    {
        var beyond = IsTwoSided ? norm - Target : Math.Max(0, norm - Target);
        return Weight * (beyond * beyond);
    }

    /// <summary>Whether the two places come arbitrarily near to each other: the lines between real and generated samples end in both.</summary>
    public bool Touches(GradientPull other) => (Place, other.Place) is not ((At.Fake, At.Real or At.AroundReal) or (At.Real or At.AroundReal, At.Fake));
}
