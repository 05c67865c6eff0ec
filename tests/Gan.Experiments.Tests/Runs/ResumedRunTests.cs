using Gan.Experiments.Checkpoints;
using Gan.Experiments.Tests.Checkpoints;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training.Steps;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A run that goes on: as if it had not been stopped, or with a note of why not.</summary>
public sealed class ResumedRunTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    private RunFolder Stopped => new(temporary.File("stopped"));

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void AGeneratorWithNoiseOfItsOwnEndsAsOneThatWasNotStopped(int stopAfter)
    {
        static BrokenExperiment Noisy() => new() { Generator = static () => new NoisyGenerator() };
        var whole = new RunFolder(temporary.File("whole"));
        Assert.Equal(RunStatus.Done, RunIn.Start(whole, Noisy()).Status);
        Assert.Equal(RunStatus.Stopped, RunIn.Start(Stopped, Noisy(), stopAfter).Status);
        Assert.Empty(RunIn.Resume(Stopped, Noisy()).Notes);
        RunIn.AssertSame(whole, Stopped);
        Assert.Equal(File.ReadAllBytes(whole.Samples[^1]), File.ReadAllBytes(Stopped.Samples[^1]));
    }

    [Fact]
    public void OtherDataAreNoted()
    {
        RunIn.Start(Stopped, new PlaneExperiment(), stopAfter: 5);
        var record = RunIn.Resume(Stopped, Fewer(), stopAfter: 7);
        const string note = "Steps before 5 were trained on 200 samples of PlaneData, and later steps on 160 samples of 8 Gaussians. The result differs from that of a run that was not stopped.";
        Assert.Equal([note], record.Notes);
        // Once, and not where the data stay as they are by now.
        record = RunIn.Resume(Stopped, Fewer());
        Assert.Equal([note], record.Notes);
        Assert.Equal((RunStatus.Done, 160), (record.Status, record.DataCount));

        static BrokenExperiment Fewer() => new() { Data = static () => new GaussianMixture(GaussianMixture.Ring(), 0.05, count: 160) };
    }

    [Fact]
    public void NoDataAreOthersWhereNothingWasTrained()
    {
        RunIn.Start(Stopped, new PlaneExperiment(), stopAfter: 1);
        Directory.Delete(Stopped.CheckpointsPath, recursive: true);
        var record = RunIn.Resume(Stopped, new BrokenExperiment { Data = static () => new GaussianMixture(GaussianMixture.Ring(), 0.05, count: 160) });
        Assert.Equal(["run.json says that 1 steps were done, but there is no checkpoint: the run continues from step 0."], record.Notes);
    }

    [Fact]
    public void AnotherWidthOfVectorsIsNoted()
    {
        var record = RunIn.Start(Stopped, new PlaneExperiment(), stopAfter: 5);
        var here = record.Environment["Vectors"];
        Stopped.Write(record with { Environment = new Dictionary<string, string>(record.Environment) { ["Vectors"] = "2048 bits" } });
        record = RunIn.Resume(Stopped, new PlaneExperiment());
        Assert.Equal([$"Step 5 was reached with vectors of 2048 bits, but this machine has vectors of {here}. The result may differ from that of a run that was not stopped."], record.Notes);
        Assert.Equal(here, record.Environment["Vectors"]);
    }

    [Fact]
    public void ADamagedLineAfterTheCheckpointIsNoHindrance()
    {
        var whole = new RunFolder(temporary.File("whole"));
        RunIn.Start(whole, new PlaneExperiment());
        RunIn.Start(Stopped, new PlaneExperiment(), stopAfter: 5);
        File.AppendAllText(Stopped.StepsPath, "5,1,2,,4,5,6,7\n6,\0\0\0\0\n7,1\n");
        Assert.Empty(RunIn.Resume(Stopped, new PlaneExperiment()).Notes);
        RunIn.AssertSame(whole, Stopped);
    }

    [Fact]
    public void LinesThatAreLostAreNoted()
    {
        RunIn.Start(Stopped, new PlaneExperiment(), stopAfter: 8);
        var lines = File.ReadAllLines(Stopped.StepsPath);
        lines[4] = "\0\0\0\0";
        // The disk never had the last two.
        File.WriteAllText(Stopped.StepsPath, string.Concat(lines[..7].Select(static line => line + "\n")));
        var record = RunIn.Resume(Stopped, new PlaneExperiment());
        Assert.Equal(RunStatus.Done, record.Status);
        Assert.Equal(["steps.csv lacks 3 steps, beginning with step 3: their lines were damaged, or never reached the disk."], record.Notes);
        Assert.Equal([0, 1, 2, 4, 5, 8, 9, 10, 11], StepTable.Read(Stopped.StepsPath).Steps);
        Assert.Equal(record.Notes, RunIn.Resume(Stopped, new PlaneExperiment(), steps: 13).Notes);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void TheGridOfAStopIsNotLeftBehind(int stopAfter)
    {
        var whole = new RunFolder(temporary.File("whole"));
        RunIn.Start(whole, new PlaneExperiment());
        RunIn.Start(Stopped, new PlaneExperiment(), stopAfter);
        Assert.Equal(stopAfter, Stopped.StepOfSample(Stopped.Samples[^1]));
        // What is not a run's is left alone.
        File.WriteAllText(Path.Combine(Stopped.SamplesPath, "step-5.png"), "mine");
        RunIn.Resume(Stopped, new PlaneExperiment());
        Assert.Equal(["step-5.png", .. whole.Samples.Select(Path.GetFileName)], Stopped.Samples.Select(Path.GetFileName));
        Assert.All(whole.Samples, sample => Assert.Equal(File.ReadAllBytes(sample), File.ReadAllBytes(Path.Combine(Stopped.SamplesPath, Path.GetFileName(sample)))));
    }

    [Fact]
    public void TheGridsOfStepsThatComeAgainGoUntilTheyAreThere()
    {
        RunIn.Start(Stopped, new PlaneExperiment());
        foreach (var checkpoint in new CheckpointFolder(Stopped.CheckpointsPath).Files.Take(1))
            File.Delete(checkpoint);
        var record = RunIn.Resume(Stopped, new PlaneExperiment(), stopAfter: 9);
        Assert.Equal(["run.json says that 12 steps were done, but the last checkpoint is of step 8: the run continues from step 8."], record.Notes);
        Assert.Equal(["step-000006.png", "step-000009.png"], Stopped.Samples.Select(Path.GetFileName));
    }

    [Fact]
    public void AMachineWithFewerProcessorsTakesFewerThreadsAndSaysSo()
    {
        var record = RunIn.Start(Stopped, new PlaneExperiment(), stopAfter: 5);
        foreach (var checkpoint in new CheckpointFolder(Stopped.CheckpointsPath).Files)
            ResealedCheckpoint.Write(checkpoint, static texts => texts["configuration"] = texts["configuration"].Replace("\"Threads\":1", "\"Threads\":1000"));
        Stopped.Write(record with { Threads = 1000 });
        record = RunIn.Resume(Stopped, new PlaneExperiment());
        Assert.Equal((RunStatus.Done, Environment.ProcessorCount), (record.Status, record.Threads));
        Assert.Equal([$"The run was started with 1000 threads, but this machine has {Environment.ProcessorCount} processors, so it continues with {Environment.ProcessorCount} threads. The result may differ from that of a run that was not stopped."], record.Notes);
    }

    private sealed class NoisyGenerator : nn.Module<Tensor, Tensor>
    {
        private readonly PlaneGenerator net = new();

        public NoisyGenerator()
            : base(nameof(NoisyGenerator)) => RegisterComponents();

        public override Tensor forward(Tensor input) => net.call(input + randn_like(input).mul(0.1));
    }
}
