using Gan.Dsl;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using Gan.Experiments.Training.Steps;

namespace Gan.Experiments.Tests.Runs;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(WeightFrom = nameof(HalfGamma))]
internal sealed partial class WarmedUp
{
    [Hyperparameter(Min = 0), Schedule("linear(step, 0, 2, 8)")]
    public partial double HalfGamma { get; }
}

/// <summary>A hyperparameter with a schedule follows the steps of D, also in a run that goes on.</summary>
public sealed class ScheduledRunTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void TheValuesAreLoggedAndThePenaltyFollowsThem()
    {
        var folder = new RunFolder(temporary.File("run"));
        var experiment = Scheduled();
        Assert.Equal(2, experiment.Settings.DiscriminatorSteps);
        Assert.Equal(RunStatus.Done, RunIn.Start(folder, experiment).Status);
        var steps = StepTable.Read(folder.StepsPath);
        // The second step of D within the i-th of G is number 2 i + 1.
        Assert.Equal(Enumerable.Range(0, experiment.Settings.Steps).Select(static i => (double?)Math.Min(2, ((2 * i) + 1) / 4.0)), steps[StepColumns.Hyperparameter("HalfGamma")]);
        Assert.All(steps[StepColumns.Penalty("R1")], static value => Assert.True(value > 0));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void ARunThatGoesOnEndsAsOneThatWasNotStopped(int stopAfter)
    {
        var (whole, stopped) = (new RunFolder(temporary.File("whole")), new RunFolder(temporary.File("stopped")));
        Assert.Equal(RunStatus.Done, RunIn.Start(whole, Scheduled()).Status);
        Assert.Equal(RunStatus.Stopped, RunIn.Start(stopped, Scheduled(), stopAfter).Status);
        Assert.Empty(RunIn.Resume(stopped, Scheduled()).Notes);
        RunIn.AssertSame(whole, stopped);
    }

    private static BrokenExperiment Scheduled() => new() { Objective = static () => new WarmedUp() };
}
