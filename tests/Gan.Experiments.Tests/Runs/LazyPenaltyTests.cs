using Gan.Dsl;
using Gan.Experiments.Tests.Checkpoints;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using Gan.Experiments.Training.Steps;
using Gan.Runtime;

namespace Gan.Experiments.Tests.Runs;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 1, Every = 2)]
internal sealed partial class EverySecond;

/// <summary>Lazy penalties count the steps of D: of two within one of G's, the second need not be one of theirs.</summary>
public sealed class LazyPenaltyTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void OneThatIsDueInTheFirstOfTwoStepsIsLogged() =>
        Assert.All(Penalties(new EverySecond(), "R1"), static value => Assert.True(value > 0));

    [Fact]
    public void OneThatIsDueInEachSecondStepIsLoggedThere() =>
        Assert.All(Penalties(new CarryingObjective(), "R1").Index(), static row => Assert.Equal(row.Index % 2 == 0, row.Item > 0));

    private IReadOnlyList<double?> Penalties(IGanObjective objective, string name)
    {
        var folder = new RunFolder(temporary.File("run"));
        var experiment = new BrokenExperiment { Objective = () => objective };
        Assert.Equal(2, experiment.Settings.DiscriminatorSteps);
        Assert.Equal(RunStatus.Done, RunIn.Start(folder, experiment).Status);
        var logged = StepTable.Read(folder.StepsPath)[StepColumns.Penalty(name)];
        Assert.Equal(experiment.Settings.Steps, logged.Count);
        return logged;
    }
}
