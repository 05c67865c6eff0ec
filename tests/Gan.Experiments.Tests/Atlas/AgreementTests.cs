using Gan.Runtime;

namespace Gan.Experiments.Tests.Atlas;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed class AgreementTests(MeasuredCatalogue catalogue)
{
    [Fact]
    public void The_compilers_verdicts_are_what_is_measured()
    {
        var verdicts = catalogue.Result.Objectives.SelectMany(static objective => objective.Verdicts.Select(verdict => (objective.Name, verdict))).ToArray();
        Assert.DoesNotContain(verdicts, static pair => pair.verdict.IsDisagreement);
        // Whoever measures nothing disagrees with nothing.
        var decided = verdicts.Where(static pair => pair.verdict.Compiler != VerdictKind.Unknown).ToArray();
        Assert.True(decided.Count(static pair => pair.verdict.Measured is null) <= 8, string.Join("\n", decided.Where(static pair => pair.verdict.Measured is null)));
        Assert.True(decided.Length > 200);
        Assert.Equal(Enum.GetValues<ObjectiveProperty>(), decided.Where(static pair => pair.verdict.Measured is not null).Select(static pair => pair.verdict.Property!.Value).Distinct().Order());
    }
}
