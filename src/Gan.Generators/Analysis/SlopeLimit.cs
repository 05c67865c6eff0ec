using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Penalties;

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

    /// <summary>D's slope is limited, or may be, but what a critic measures under that is not known.</summary>
    public sealed record Unmeasured : SlopeLimit;

    /// <summary>The limit that a declaration has or names; null where there is none.</summary>
    public static SlopeLimit? Of(ObjectiveDeclaration declaration)
        => Of(declaration.Penalties, declaration.WeightClips.Count > 0, declaration.HasSpectralNorm, declaration.LimitedBy is not null);

    public static SlopeLimit? Of(EquatableArray<Penalty> penalties, bool hasClip, bool hasSpectralNorm, bool isLimitedOtherwise)
    {
        var pulls = penalties.Select(static penalty => penalty.Pull).OfType<GradientPull>().Where(static pull => pull.Weight > 0).Select(static pull => (Pull: pull, GradientCost.Of(pull).Square)).ToList();
        if (pulls.FirstOrDefault(static entry => entry.Square is { Target: > 0 }) is { Square: { } square, Pull: var bound }) return BoundOf(bound, square.Target);
        if (hasSpectralNorm) return new Bound(1, "under a 1-Lipschitz constraint");
        if (hasClip || isLimitedOtherwise) return new Bound(1, "times D's Lipschitz constant");
        if (penalties.Any(static penalty => penalty.LimitsSlope)) return new Unmeasured();
        if (pulls.Any(static entry => !IsMeanSquare(entry.Pull, entry.Square) && GradientCost.Of(entry.Pull).MayGrow)) return new Unmeasured();
        var squares = pulls.Where(static entry => IsMeanSquare(entry.Pull, entry.Square))
            .GroupBy(static entry => entry.Pull.Density)
            .Select(static same => new MeanSquare(same.Sum(static entry => entry.Pull.Weight * entry.Square!.Value.Coefficient), same.Key))
            .ToList();
        if (squares.Count > 0 && LogitPenalties.ChangeOptimum(penalties)) return new Unmeasured();
        return squares.Count > 1 ? new MeanSquare(1, string.Join(" + ", squares.Select(static s => $"{Numbers.Text(s.Weight)} {s.Density}"))) : squares.SingleOrDefault();
    }

    private static bool IsMeanSquare(GradientPull pull, (double Coefficient, double Target, bool IsTwoSided)? square) => square is { Target: 0 } && pull is { IsOfLargest: false, Order: 2 };

    private static Bound BoundOf(GradientPull pull, double target)
    {
        var place = pull.Place != GradientPull.At.Interpolates ? " " + pull.PlaceText : pull.Norm == GradientNorm.PerPixel ? " at each pixel" : "";
        return new(target, $"under a {Numbers.Text(target)}-Lipschitz constraint{DistanceOf(pull.Order)}{place}");
    }

    /// <summary>The distance of samples whose dual norm the gradient's is.</summary>
    private static string DistanceOf(double order) => order switch
    {
        2 => "",
        1 => " for the distance ‖x − y‖_∞",
        double.PositiveInfinity => " for the distance ‖x − y‖_1",
        _ => $" for the distance ‖x − y‖_{Numbers.Prose(order / (order - 1))}",
    };
}
