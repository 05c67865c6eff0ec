using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>However a run ends, it frees what it made.</summary>
public sealed class LiveTensorTests : IDisposable
{
    // Of PlaneGenerator: two linear layers and a normalisation; of PlaneDiscriminator: two linear layers. Each has a weight and a bias.
    private const int OfG = 6, OfD = 4, Parameters = OfG + OfD + OfG;

    private readonly TemporaryFolder temporary = new();
    private int runs;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void AWholeRun() => Live.AssertUnchanged(() => Assert.Equal(RunStatus.Done, RunIn.Start(New(), new PlaneExperiment()).Status), Parameters);

    [Fact]
    public void AStoppedRunThatIsResumed() => Live.AssertUnchanged(
        () =>
        {
            var folder = New();
            Assert.Equal(RunStatus.Stopped, RunIn.Start(folder, new PlaneExperiment(), stopAfter: 5).Status);
            Assert.Equal(RunStatus.Done, RunIn.Resume(folder, new PlaneExperiment()).Status);
        },
        2 * Parameters);

    [Fact]
    public void ARunThatFailsInAStep()
    {
        Live.AssertUnchanged(
            () =>
            {
                var made = 0;
                Fails(new() { Before = count => count == 16 && ++made == 6 ? throw new InvalidOperationException("The moon is full.") : null });
            },
            Parameters);
    }

    [Fact]
    public void ARunThatDiverges() => Live.AssertUnchanged(
        () =>
        {
            var made = 0;
            Fails(new() { Before = count => count == 16 && ++made == 6 ? full([count, 4], double.NaN, ScalarType.Float32) : null });
        },
        Parameters);

    [Fact]
    public void ARunThatCannotBeMeasured() => Live.AssertUnchanged(
        () => Fails(new() { Before = static count => count == 100 ? full([count, 4], double.NaN, ScalarType.Float32) : null }), Parameters);

    [Fact]
    public void ARunWhoseDiscriminatorIsRefused() => Live.AssertUnchanged(
        () => Fails(new() { Discriminator = static () => throw new ArgumentException("D is refused.") }), OfG);

    [Fact]
    public void ARunWhoseLatentsAreRefused() => Live.AssertUnchanged(
        () => Fails(new() { Before = static _ => throw new ArgumentException("There are no latents.") }), Parameters);

    [Fact]
    public void PlayersWithAnOptimiserThatIsRefused()
    {
        var experiment = new PlaneExperiment();
        Live.AssertUnchanged(
            () => Assert.Throws<ArgumentOutOfRangeException>(() => new Players(experiment, experiment.Settings with { DiscriminatorRate = -1 }, new Dictionary<string, double>())), Parameters);
    }

    private RunFolder New() => new(temporary.File($"{runs++}"));

    private void Fails(BrokenExperiment experiment) => Assert.Equal(RunStatus.Failed, RunIn.Start(New(), experiment).Status);
}
