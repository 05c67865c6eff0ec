using Gan.Dsl;
using Gan.Experiments.Experiments;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using Gan.Experiments.Training.Steps;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A run whose discriminator sees changed images.</summary>
public sealed class AugmentedRunTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData(AugmentationPolicy.DiffAugment)]
    [InlineData(AugmentationPolicy.Ada)]
    [InlineData(AugmentationPolicy.Pseudo)]
    public void AStoppedRunThatIsResumedEndsAsOneThatWasNot(AugmentationPolicy policy)
    {
        // Stopped after 10 of D's steps: p changes at the 9th, so that the resumed run has to know of one step since.
        var settings = new AugmentationSettings { Policy = policy, Probability = 0.5, Every = 3, Samples = 200, Target = 0 };
        var (whole, stopped) = (new RunFolder(temporary.File("whole")), new RunFolder(temporary.File("stopped")));
        Assert.Equal(RunStatus.Done, RunIn.Start(whole, new AugmentedExperiment(settings)).Status);
        Assert.Equal(RunStatus.Stopped, RunIn.Start(stopped, new AugmentedExperiment(settings), stopAfter: 5).Status);
        Assert.Empty(RunIn.Resume(stopped, new AugmentedExperiment(settings)).Notes);
        RunIn.AssertSame(whole, stopped);
        Assert.Equal(settings, stopped.ReadRecord().Settings.Augmentation);
    }

    [Theory]
    [InlineData(AugmentationPolicy.DiffAugment)]
    [InlineData(AugmentationPolicy.Ada)]
    [InlineData(AugmentationPolicy.Pseudo)]
    public void TheWeightsAreOthersThanWithoutIt(AugmentationPolicy policy)
    {
        var (plain, augmented) = (new RunFolder(temporary.File("plain")), new RunFolder(temporary.File("augmented")));
        RunIn.Start(plain, new AugmentedExperiment(null));
        RunIn.Start(augmented, new AugmentedExperiment(new() { Policy = policy, Probability = 0.5 }));
        Assert.NotEqual(File.ReadAllBytes(plain.WeightsPath), File.ReadAllBytes(augmented.WeightsPath));
        Assert.Null(plain.ReadRecord().Settings.Augmentation);
    }

    [Fact]
    public void TheProbabilityIsLoggedWhileItAdapts()
    {
        var (adaptive, constant) = (new RunFolder(temporary.File("adaptive")), new RunFolder(temporary.File("constant")));
        RunIn.Start(adaptive, new AugmentedExperiment(new() { Policy = AugmentationPolicy.Pseudo, Target = -1, Every = 4, Samples = 64 }));
        RunIn.Start(constant, new AugmentedExperiment(new() { Policy = AugmentationPolicy.Pseudo, Probability = 0.3, Every = 0 }));
        // r is above -1: each change adds 4 batches of 8, half the range. The column has the values after D's steps 2, 4, 6, 8, 10 and 12.
        var table = StepTable.Read(adaptive.StepsPath);
        Assert.Equal([0, 0.5, 0.5, 1, 1, 1], table[StepColumns.Probability]);
        Assert.DoesNotContain(StepColumns.Probability, StepTable.Read(constant.StepsPath).Names);
    }

    [Fact]
    public void AFiniteDifferenceOfTwoChangesIsRefused()
    {
        var experiment = new AugmentedExperiment(new() { Policy = AugmentationPolicy.DiffAugment }) { Objective = static () => new Differences() };
        var error = Assert.Throws<ArgumentException>(() => new Players(experiment, experiment.Settings, new Dictionary<string, double>()));
        Assert.Contains("leave out FiniteDifference", error.Message);
    }

    [Theory]
    [InlineData(1.5, 4, 0.6, 1000)]
    [InlineData(0, -1, 0.6, 1000)]
    [InlineData(0, 4, 2, 1000)]
    [InlineData(0, 4, 0.6, 0)]
    public void SettingsOutOfRangeAreRefused(double probability, int every, double target, double samples)
    {
        var settings = new ExperimentSettings { Augmentation = new() { Policy = AugmentationPolicy.Ada, Probability = probability, Every = every, Target = target, Samples = samples } };
        Assert.StartsWith("Augmentation.", Assert.Throws<ArgumentOutOfRangeException>(() => SettingChecks.Check(settings)).ParamName);
    }

    [Fact]
    public void AReportSaysWhatItIs()
    {
        static string Text(AugmentationSettings? augmentation) => SettingTexts.Of(new() { Augmentation = augmentation }).Single(static setting => setting.Name == "Augmentation").Value;
        Assert.Equal("none", Text(null));
        Assert.Equal("DiffAugment", Text(new() { Policy = AugmentationPolicy.DiffAugment }));
        Assert.Equal("Ada, p from 0 to a target of 0.6, 500000 samples, every 4 steps", Text(new() { Policy = AugmentationPolicy.Ada }));
        Assert.Equal("Pseudo, p = 0.25", Text(new() { Policy = AugmentationPolicy.Pseudo, Probability = 0.25, Every = 0 }));
    }

    private sealed class Differences : IGanObjective
    {
        private readonly Hinge inner = new();

        public ObjectiveInfo Info => inner.Info;

        public IReadOnlyList<DiscriminatorPenalty> Penalties { get; } = [new R1Penalty { FiniteDifference = 0.1 }];

        public Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits) => inner.DiscriminatorLoss(realLogits, fakeLogits);

        public Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => inner.GeneratorLoss(fakeLogits);
    }
}
