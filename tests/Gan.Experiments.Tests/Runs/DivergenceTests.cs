using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using Gan.Experiments.Training.Steps;
using Gan.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A training that diverges says where, and leaves no checkpoint of it.</summary>
public sealed class DivergenceTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    private RunFolder Folder => new(temporary.File("run"));

    [Theory]
    [InlineData("D", "NaN")]
    [InlineData("G", "NaN")]
    [InlineData("GradientPenalty", "Infinity")]
    public void TheStepIsTheGeneratorsHoweverManyTheDiscriminatorHas(string term, string value)
    {
        // Two steps of D each: the fifth and the third of G's are of step 2.
        var record = RunIn.Start(Folder, new BrokenExperiment { Objective = () => new FailingObjective(term) });
        Assert.StartsWith($"The training diverged at step 2: {term} is {value}. There is no checkpoint before it.", record.Failure);
        Assert.Equal(2, record.Step);
    }

    [Theory]
    [InlineData(2, 100, "The last good checkpoint is step-000000000002.safetensors.")]
    [InlineData(100, 4, "There is no checkpoint before it.")]
    public void WeightsAreCheckedBeforeTheyAreSavedOrDrawn(int checkpointEvery, int sampleEvery, string checkpoint)
    {
        // Losses stay finite to the end: nothing else would stop this run.
        var experiment = new BrokenExperiment { Generator = static () => new BreakingGenerator() };
        var record = RunIn.Start(Folder, experiment, experiment.Settings with { CheckpointEvery = checkpointEvery, SampleEvery = sampleEvery });
        Assert.StartsWith($"The training diverged at step 3: G weight is NaN. {checkpoint}", record.Failure);
        Assert.Empty(Folder.Samples);
        var steps = StepTable.Read(Folder.StepsPath);
        Assert.All(steps[StepColumns.LossD].Concat(steps[StepColumns.LossG]), static loss => Assert.True(double.IsFinite(loss!.Value)));
    }

    [Fact]
    public void EveryWeightIsLookedAtButThoseThatNeverWereFinite()
    {
        using var quiet = no_grad();
        using var linear = nn.Linear(2, 2);
        using var masked = new Masked();
        var weights = new FiniteWeights(("G", linear), ("D", masked));
        weights.Check(1);
        masked.get_buffer("mean")!.fill_(double.NaN);
        Assert.Equal("The training diverged at step 7: D mean is NaN.", Assert.Throws<DivergedException>(() => weights.Check(7)).Message);
        linear.bias![1].fill_(double.NegativeInfinity);
        Assert.Equal("The training diverged at step 8: G bias is -Infinity.", Assert.Throws<DivergedException>(() => weights.Check(8)).Message);
    }

    /// <summary>One term of the non-saturating pair is not finite from a step on.</summary>
    private sealed class FailingObjective(string term) : IGanObjective
    {
        private readonly IGanObjective inner = new NonSaturating();
        private int ofD;
        private int ofG;

        public ObjectiveInfo Info => inner.Info;

        // The square of this target is beyond float32.
        public IReadOnlyList<DiscriminatorPenalty> Penalties => term == nameof(GradientPenalty) && ofD >= 4 ? [new GradientPenalty { Target = 1e30, At = Dsl.PenaltyPoint.Real }] : [];

        public Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits) => inner.DiscriminatorLoss(realLogits, fakeLogits).mul(++ofD >= 5 && term == "D" ? double.NaN : 1);

        public Tensor GeneratorLoss(Tensor fakeLogits) => inner.GeneratorLoss(fakeLogits).mul(++ofG >= 3 && term == "G" ? double.NaN : 1);

        public Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => GeneratorLoss(fakeLogits);
    }

    /// <summary>The root has no finite gradient at 0, where its value is 0: from the eighth pass, that of G in the fourth step, one weight is NaN. It is used there only.</summary>
    private sealed class BreakingGenerator : nn.Module<Tensor, Tensor>
    {
        private readonly Linear net = nn.Linear(4, 2);
        private readonly Parameter weight = new(ones(1));
        private int passes;

        public BreakingGenerator()
            : base(nameof(BreakingGenerator)) => RegisterComponents();

        public override Tensor forward(Tensor input) => ++passes == 8 ? net.call(input) + (weight - weight).sqrt() : net.call(input);
    }

    private sealed class Masked : nn.Module
    {
        public Masked()
            : base(nameof(Masked))
        {
            register_buffer("mask", full([2], double.NegativeInfinity, ScalarType.Float32));
            register_buffer("mean", zeros(2));
        }
    }
}
