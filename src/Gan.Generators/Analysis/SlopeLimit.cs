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

    /// <summary>The limit that a declaration has or names; null where there is none.</summary>
    public static SlopeLimit? Of(ObjectiveDeclaration declaration)
        => Of(declaration.Penalties, declaration.WeightClips.Count > 0, declaration.HasSpectralNorm, declaration.LimitedBy is not null);

    public static SlopeLimit? Of(EquatableArray<Penalty> penalties, bool hasClip, bool hasSpectralNorm, bool isLimitedOtherwise)
    {
        var pulls = penalties.Select(static penalty => penalty.Pull).OfType<GradientPull>().Where(static pull => pull.Weight > 0).ToList();
        if (pulls.FirstOrDefault(static pull => pull.Target > 0) is { } bound) return BoundOf(bound);
        if (hasSpectralNorm) return new Bound(1, "under a 1-Lipschitz constraint");
        if (hasClip || isLimitedOtherwise) return new Bound(1, "times D's Lipschitz constant");
        var squares = pulls.Where(static pull => pull.Target == 0).GroupBy(static pull => pull.Density).Select(static same => new MeanSquare(same.Sum(static pull => pull.Weight), same.Key)).ToList();
        return squares.Count > 1 ? new MeanSquare(1, string.Join(" + ", squares.Select(static s => $"{Numbers.Text(s.Weight)} {s.Density}"))) : squares.SingleOrDefault();
    }

    private static Bound BoundOf(GradientPull pull)
    {
        var place = pull.Place != GradientPull.At.Interpolates ? " " + pull.PlaceText : pull.Norm == GradientNorm.PerPixel ? " at each pixel" : "";
        return new(pull.Target, $"under a {Numbers.Text(pull.Target)}-Lipschitz constraint{place}");
    }
}
