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

[GanObjective(FD = "softplus(t + shift)", FG = "softplus(t)")]
internal sealed partial class Shifted
{
    [State(Initial = 0.25, Update = "0.9 * shift + 0.1 * (mean(real) - mean(fake))")]
    public partial double Shift { get; }
}

/// <summary>A hyperparameter with a schedule follows the steps of D and a state its logits, also in a run that goes on.</summary>
public sealed class ScheduledRunTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void TheValuesAreLoggedAndThePenaltyFollowsThem()
    {
        var folder = new RunFolder(temporary.File("run"));
        var experiment = OfSchedule();
        Assert.Equal(2, experiment.Settings.DiscriminatorSteps);
        Assert.Equal(RunStatus.Done, RunIn.Start(folder, experiment).Status);
        var steps = StepTable.Read(folder.StepsPath);
        // The second step of D within the i-th of G is number 2 i + 1.
        Assert.Equal(Enumerable.Range(0, experiment.Settings.Steps).Select(static i => (double?)Math.Min(2, ((2 * i) + 1) / 4.0)), steps[StepColumns.Hyperparameter("HalfGamma")]);
        Assert.All(steps[StepColumns.Penalty("R1")], static value => Assert.True(value > 0));
    }

    [Fact]
    public void AStateIsLogged()
    {
        var folder = new RunFolder(temporary.File("run"));
        Assert.Equal(RunStatus.Done, RunIn.Start(folder, OfState()).Status);
        var values = StepTable.Read(folder.StepsPath)[StepColumns.Hyperparameter("Shift")];
        // The first step of G follows the second one of D, which starts from the first update.
        Assert.NotEqual(0.25, values[0]);
        Assert.Equal(values.Count, values.Distinct().Count());
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(6, false)]
    [InlineData(3, true)]
    [InlineData(6, true)]
    public void ARunThatGoesOnEndsAsOneThatWasNotStopped(int stopAfter, bool hasState)
    {
        BrokenExperiment Scheduled() => hasState ? OfState() : OfSchedule();
        var (whole, stopped) = (new RunFolder(temporary.File("whole")), new RunFolder(temporary.File("stopped")));
        Assert.Equal(RunStatus.Done, RunIn.Start(whole, Scheduled()).Status);
        Assert.Equal(RunStatus.Stopped, RunIn.Start(stopped, Scheduled(), stopAfter).Status);
        Assert.Empty(RunIn.Resume(stopped, Scheduled()).Notes);
        RunIn.AssertSame(whole, stopped);
    }

    private static BrokenExperiment OfSchedule() => new() { Objective = static () => new WarmedUp() };

    private static BrokenExperiment OfState() => new() { Objective = static () => new Shifted() };
}
