using Gan.Generators.Basics;
using Gan.Generators.Declarations.Experiments;
using Gan.Generators.Formulas.Reading;

namespace Gan.Generators.Rules.Experiments;

/// <summary>Each sweep goes over values of a hyperparameter of the objective, and all of them make no more runs than a person waits for.</summary>
internal static class SweepRules
{
    /// <summary>More runs than this are rarely meant.</summary>
    public const int Limit = 64;

    public static IEnumerable<Finding> Check(ExperimentDeclaration experiment)
    {
        for (var i = 0; i < experiment.Sweeps.Count; i++)
        {
            var sweep = experiment.Sweeps[i];
            foreach (var finding in experiment.Sweeps.Take(i).Any(earlier => earlier.Hyperparameter == sweep.Hyperparameter)
                ? [Finding.Of(Descriptors.SweptTwice, new FindingTarget.Sweep(i, Name: true), sweep.Hyperparameter)]
                : Check(sweep, i, experiment.Parts))
            {
                yield return finding;
            }
        }

        // As a double, which thousands of sweeps do not overflow.
        var runs = experiment.Sweeps.Aggregate(1.0, static (product, sweep) => product * sweep.Values.Count);
        if (runs > Limit)
            yield return Finding.Of(Descriptors.LargeSweep, new FindingTarget.Type(), experiment.Type.Self.Text, Numbers.Text(runs), Numbers.Text(Limit));
    }

    private static IEnumerable<Finding> Check(SweepDeclaration sweep, int index, ExperimentParts? parts)
    {
        if (sweep.Values.Count == 0)
            yield return Finding.Of(Descriptors.EmptySweep, new FindingTarget.Sweep(index), sweep.Hyperparameter);

        var hyperparameter = parts?.Hyperparameters.FirstOrDefault(h => h.Property == sweep.Hyperparameter);
        var nearest = parts is null || hyperparameter is not null ? null : NearestName.Find(sweep.Hyperparameter, parts.Hyperparameters.Select(static h => h.Property));
        if (parts is not null && WhyNot(hyperparameter, nearest, parts) is { } reason)
            yield return Finding.Of(Descriptors.UnknownSweep, new FindingTarget.Sweep(index, Name: true), sweep.Hyperparameter, reason) with { Suggestion = nearest };

        var range = hyperparameter?.Range ?? new(double.NegativeInfinity, double.PositiveInfinity, Exclusive: false);
        for (var i = 0; i < sweep.Values.Count; i++)
        {
            var (value, target) = (sweep.Values[i], new FindingTarget.Sweep(index, Value: i));
            if (!range.IsEmpty && !range.Contains(value))
                yield return Finding.Of(Descriptors.SweepOutOfRange, target, Numbers.Text(value), sweep.Hyperparameter, range.ToString());
            else if (sweep.Values.Take(i).Contains(value))
                yield return Finding.Of(Descriptors.SweepValueTwice, target, Numbers.Text(value), sweep.Hyperparameter);
        }
    }

    /// <summary>A hyperparameter that is declared wrongly has its own message where it stands.</summary>
    private static string? WhyNot(ObjectiveParameter? hyperparameter, string? nearest, ExperimentParts parts)
    {
        if (hyperparameter is { HasSchedule: true })
            return "its schedule computes: sweep a hyperparameter that the formula of the schedule names";
        if (hyperparameter is { IsState: true })
            return "training updates: sweep a hyperparameter that its update names";
        if (hyperparameter is { IsRight: true, CanBeSet: false })
            return $"this experiment may not set: make its setter in '{parts.ObjectiveName}' internal or public";
        if (hyperparameter is not null)
            return null;

        var advice = nearest is not null ? $"did you mean '{nearest}'?"
            : parts.Hyperparameters.Count == 0 ? "it has none"
            : $"it has {string.Join(", ", parts.Hyperparameters.Select(static h => $"'{h.Property}'"))}";
        return $"is not a hyperparameter of '{parts.ObjectiveName}': {advice}";
    }
}
