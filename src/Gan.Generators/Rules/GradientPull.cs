using Gan.Dsl;
using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>Every penalty on ∇D in one form, estimated or exact: at some place it pulls the norm of the gradient to a target, or below it.</summary>
internal sealed record GradientPull(string Name, GradientPull.At Place, double Weight, int Every, double Target, bool IsWrittenOneSided, GradientNorm Norm)
{
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

    /// <summary>Null where the penalty is not about ∇D.</summary>
    public static GradientPull? Of(PenaltyDeclaration penalty) => penalty switch
    {
        ZeroCentredPenaltyDeclaration p => new(p.AttributeName, p.AtReal ? At.Real : At.Fake, p.Weight, p.Every, 0, false, GradientNorm.PerSample),
        GradientPenaltyDeclaration p => new(p.AttributeName, PlaceOf(p.At), p.Weight, p.Every, p.Target, p.OneSided, p.Norm),
        DraganPenaltyDeclaration p => new(p.AttributeName, At.AroundReal, p.Weight, p.Every, p.Target, false, GradientNorm.PerSample),
        DriftPenaltyDeclaration or LeCamPenaltyDeclaration or PathLengthPenaltyDeclaration => null,
        _ => throw new InvalidOperationException($"No place for {penalty.GetType().Name}."),
    };

    /// <summary>Whether the two places come arbitrarily near to each other: the lines between real and generated samples end in both.</summary>
    public bool Touches(GradientPull other) => (Place, other.Place) is not ((At.Fake, At.Real or At.AroundReal) or (At.Real or At.AroundReal, At.Fake));

    private static At PlaceOf(PenaltyPoint point) => point switch
    {
        PenaltyPoint.Real => At.Real,
        PenaltyPoint.Fake => At.Fake,
        _ => At.Interpolates,
    };
}
