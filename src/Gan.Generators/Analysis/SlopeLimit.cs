using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;

namespace Gan.Generators.Analysis;

/// <summary>What keeps D's slope from growing: what a critic measures depends on it.</summary>
internal abstract record SlopeLimit
{
    /// <summary>‖∇D‖ itself is bounded: the critic's distance is Wasserstein's.</summary>
    /// <param name="Constant">The bound; 1 where its size is not known.</param>
    /// <param name="Text">How, to go after a comma.</param>
    public sealed record Bound(double Constant, string Text) : SlopeLimit;

    /// <summary>Weight·E‖∇D‖² is paid for, where E runs over a density: the critic's distance is Sobolev's.</summary>
    /// <param name="Weight">The factor.</param>
    /// <param name="Density">The density, times its weight where there are several.</param>
    public sealed record MeanSquare(double Weight, string Density) : SlopeLimit;

    /// <summary>The limit that a declaration has or names; null where there is none.</summary>
    public static SlopeLimit? Of(ObjectiveDeclaration declaration)
        => Of(declaration.Penalties, declaration.WeightClips.Count > 0, declaration.HasSpectralNorm, declaration.LimitedBy is not null);

    public static SlopeLimit? Of(EquatableArray<PenaltyDeclaration> penalties, bool hasClip, bool hasSpectralNorm, bool isLimitedOtherwise)
    {
        var active = penalties.Where(static p => p.Weight > 0).ToList();
        if (active.Select(BoundOf).OfType<Bound>().FirstOrDefault() is { } bound) return bound;
        if (hasSpectralNorm) return new Bound(1, "under a 1-Lipschitz constraint");
        if (hasClip || isLimitedOtherwise) return new Bound(1, "times D's Lipschitz constant");
        var squares = active.Select(MeanSquareOf).OfType<MeanSquare>().GroupBy(static s => s.Density).Select(static same => new MeanSquare(same.Sum(static s => s.Weight), same.Key)).ToList();
        return squares.Count > 1 ? new MeanSquare(1, string.Join(" + ", squares.Select(static s => $"{Numbers.Text(s.Weight)} {s.Density}"))) : squares.SingleOrDefault();
    }

    private static Bound? BoundOf(PenaltyDeclaration penalty) => penalty switch
    {
        GradientPenaltyDeclaration { Target: > 0 } p => new(p.Target, $"under a {Numbers.Text(p.Target)}-Lipschitz constraint{(p.At, p.Norm) switch
        {
            (PenaltyPoint.Real, _) => " at the real samples",
            (PenaltyPoint.Fake, _) => " at the generated samples",
            (_, GradientNorm.PerPixel) => " at each pixel",
            _ => "",
        }}"),
        DraganPenaltyDeclaration { Target: > 0 } p => new(p.Target, $"under a {Numbers.Text(p.Target)}-Lipschitz constraint around the real samples"),
        _ => null,
    };

    private static MeanSquare? MeanSquareOf(PenaltyDeclaration penalty) => penalty switch
    {
        ZeroCentredPenaltyDeclaration p => new(p.Weight, p.AtReal ? "p" : "q"),
        GradientPenaltyDeclaration { Target: 0 } p => new(p.Weight, p.At switch { PenaltyPoint.Real => "p", PenaltyPoint.Fake => "q", _ => "r" }),
        DraganPenaltyDeclaration { Target: 0 } p => new(p.Weight, "r"),
        _ => null,
    };
}
