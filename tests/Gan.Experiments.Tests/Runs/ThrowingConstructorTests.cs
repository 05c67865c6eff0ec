using Gan.Experiments.Tests.Support;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>What a constructor of an experiment's types throws is what its user reads.</summary>
public sealed class ThrowingConstructorTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void DataThatAreMissingAreNamed()
    {
        var record = RunIn.Start(new(temporary.File("run")), new WithoutData());
        Assert.StartsWith("Creating the data set failed: There is no file ", record.Failure);
        Assert.Contains("nothing-idx3-ubyte.gz", record.Failure);
    }

    [Fact]
    public void ANetworkThatRefusesIsHeard()
    {
        var record = RunIn.Start(new(temporary.File("run")), new WithoutGenerator());
        Assert.StartsWith("Creating the objective and the networks failed: A generator needs a name.", record.Failure);
        Assert.Contains("at Gan.Experiments.Tests.Runs.ThrowingConstructorTests.RefusingGenerator..ctor()", File.ReadAllText(new RunFolder(temporary.File("run")).ErrorPath));
    }

    [Fact]
    public void EachPartThrowsItsOwnError()
    {
        Assert.Throws<FileNotFoundException>(() => new WithoutData().CreateData());
        Assert.Throws<ArgumentException>(() => new WithoutGenerator().CreateGenerator());
        Assert.Throws<ArgumentException>(() => new WithoutDiscriminator().CreateDiscriminator());
    }

    private sealed class WithoutData : Experiment<LogisticR1, PlaneGenerator, PlaneDiscriminator, MissingData>
    {
        public override ExperimentSettings Settings => new();
    }

    private sealed class WithoutGenerator : Experiment<LogisticR1, RefusingGenerator, PlaneDiscriminator, PlaneData>
    {
        public override ExperimentSettings Settings => new() { LatentShape = [4], MetricSamples = 0 };
    }

    private sealed class WithoutDiscriminator : Experiment<LogisticR1, PlaneGenerator, RefusingGenerator, PlaneData>
    {
        public override ExperimentSettings Settings => new();
    }

    private sealed class MissingData() : IdxImages("nothing-idx3-ubyte.gz");

    private sealed class RefusingGenerator : nn.Module<Tensor, Tensor>
    {
        public RefusingGenerator()
            : base(nameof(RefusingGenerator)) => throw new ArgumentException("A generator needs a name.");

        public override Tensor forward(Tensor input) => input;
    }
}
