using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Penalties;

namespace Gan.Generators.Rules;

/// <summary>Penalties that repeat or work against each other. One of weight 0 is not there.</summary>
internal static class PenaltyCombinationRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var active = declaration.Penalties.Select(static (penalty, index) => (Index: index, Pull: penalty.Pull))
            .Where(static entry => entry.Pull is { Weight: > 0 })
            .Select(static entry => (entry.Index, Pull: entry.Pull!))
            .ToArray();

        return active.SelectMany((later, position) => active.Take(position).Select(earlier => CheckPair(earlier.Pull, later.Pull, later.Index)))
            .Concat(active.Select(entry => CheckClip(declaration, entry.Pull)))
            .Concat(active.Select(static entry => CheckOneSided(entry.Pull, entry.Index)))
            .OfType<Finding>();
    }

    private static Finding? CheckPair(GradientPull earlier, GradientPull later, int index)
    {
        if (earlier.Norm != later.Norm || earlier.Order != later.Order || !earlier.IsMeanSquare || !later.IsMeanSquare)
            return null;

        var target = new FindingTarget.Penalty(index);
        if (earlier.Place == later.Place)
            return Finding.Of(Descriptors.SamePoint, target, earlier.Name, later.Name, later.PlaceText, Together(earlier, later));

        return earlier.Touches(later) && earlier.IsTwoSided && later.IsTwoSided && earlier.Target != later.Target
            ? Finding.Of(Descriptors.OpposedPenalties, target, earlier.Name, Numbers.Text(earlier.Target), earlier.PlaceText, later.Name, Numbers.Text(later.Target), later.PlaceText)
            : null;
    }

    /// <summary>a(n − K)² + b(n − L)² is (a + b)(n − M)² and a constant, M the weighted mean of K and L.</summary>
    private static string Together(GradientPull earlier, GradientPull later)
    {
        if (!earlier.IsTwoSided || !later.IsTwoSided || earlier.Every != later.Every)
            return "keep one of them";

        var weight = earlier.Weight + later.Weight;
        var target = ((earlier.Weight * earlier.Target) + (later.Weight * later.Target)) / weight;
        return $"together they equal one penalty of weight {Numbers.Text(weight)} and target {Numbers.Text(target)}, so write that one";
    }

    private static Finding? CheckClip(ObjectiveDeclaration declaration, GradientPull pull)
        => declaration.WeightClips.Count > 0 && pull.Target > 0
            ? Finding.Of(
                Descriptors.ClipAndPenalty,
                new FindingTarget.WeightClip(0),
                pull.Name,
                pull.IsTwoSided ? $"keeps it from the {Numbers.Text(pull.Target)} that the penalty asks for" : "leaves the penalty nothing to do")
            : null;

    private static Finding? CheckOneSided(GradientPull pull, int index)
        => pull is { Target: 0, IsWrittenOneSided: true }
            ? Finding.Of(Descriptors.OneSidedAtZero, new FindingTarget.Penalty(index, GradientPull.OneSided))
            : null;
}
