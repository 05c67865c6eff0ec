using Gan.Experiments.Atlas.Verdicts;
using Gan.Runtime;

namespace Gan.Generators.Tests.Analysis;

/// <summary>The verdicts about random objectives beside what the emitted code does: where one says yes and the other no, one of the two is wrong.</summary>
public sealed class MeasuredVerdictTests
{
    private const int Objectives = 200;

    [Fact]
    public void Verdicts_about_random_objectives_are_what_is_measured()
    {
        var objectives = RandomObjectives.Make(RandomObjectives.Losses(Objectives + 40)).Take(Objectives).ToArray();
        Assert.Equal(Objectives, objectives.Length);
        var all = objectives.SelectMany(static objective => VerdictComparison.Of(objective).Select(verdict => (Losses: $"{objective.Info.Real.Text} | {objective.Info.Fake.Text} | {objective.Info.Generator.Text}", verdict))).ToArray();
        var against = all.Where(static pair => pair.verdict.IsDisagreement).ToArray();
        Assert.True(against.Length == 0, $"{against.Length} of {all.Length}:\n{string.Join("\n", against.Select(static pair => $"{pair.Losses}\n    {pair.verdict.Statement} {pair.verdict.Compiler}: {pair.verdict.Reason}"))}");

        // Whoever measures nothing disagrees with nothing.
        var decided = all.Where(static pair => pair.verdict.Compiler != VerdictKind.Unknown).ToArray();
        foreach (var property in decided.GroupBy(static pair => pair.verdict.Property))
            Assert.True(property.Count(static pair => pair.verdict.Measured is not null) >= 0.6 * property.Count(), $"{property.Key} {property.Count(static pair => pair.verdict.Measured is not null)} of {property.Count()}");
        Assert.True(decided.Length > 0.5 * all.Length, $"{decided.Length} of {all.Length}");
    }
}
