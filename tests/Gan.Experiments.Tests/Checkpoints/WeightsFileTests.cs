using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

public sealed class WeightsFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Weights => folder.File("weights.safetensors");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WeightsComeBackByName()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        net.call(randn(8, 3));
        WeightsFile.Export(net, Weights, new Dictionary<string, string> { ["format"] = "pt" });
        using (var file = Safetensors.Read(Weights))
        {
            Assert.Equal(["linear.bias", "linear.weight", "norm.bias", "norm.num_batches_tracked", "norm.running_mean", "norm.running_var", "norm.weight"], file.Tensors.Keys.Order(StringComparer.Ordinal));
            Assert.Equal("pt", file.Metadata["format"]);
        }

        using var other = Net();
        var parameter = ((Linear)other[0]).weight!;
        WeightsFile.Import(other, Weights);
        Assert.Same(parameter, ((Linear)other[0]).weight);
        Assert.True(parameter.requires_grad);
        net.eval();
        other.eval();
        var x = randn(8, 3);
        Assert.True(net.call(x).bytes.SequenceEqual(other.call(x).bytes));
        Assert.Equal(1, ((BatchNorm1d)other[1]).num_batches_tracked!.ToInt64());
    }

    [Fact]
    public void AModuleWithoutRunningStatisticsIsSavedToo()
    {
        using var net = nn.BatchNorm1d(4, track_running_stats: false);
        WeightsFile.Export(net, Weights);
        WeightsFile.Import(net, Weights);
    }

    [Fact]
    public void RefusesAnotherModulesFileAndChangesNothing()
    {
        using var net = Net();
        WeightsFile.Export(net, Weights);
        using var other = nn.Sequential(("linear", nn.Linear(3, 4)), ("norm", nn.BatchNorm1d(5)));
        var before = ((Linear)other[0]).weight!.bytes.ToArray();
        var error = Assert.Throws<ArgumentException>(() => WeightsFile.Import(other, Weights));
        Assert.StartsWith($"{Weights} does not fit the module: norm.weight has been saved as Float32 [4], but is Float32 [5]", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, ((Linear)other[0]).weight!.bytes.ToArray());
    }

    [Fact]
    public void RefusesWhatIsNoFileOfWeights()
    {
        using var net = Net();
        File.WriteAllText(Weights, "not this");
        Assert.Throws<InvalidDataException>(() => WeightsFile.Import(net, Weights));
        Assert.Throws<FileNotFoundException>(() => WeightsFile.Import(net, folder.File("none")));
        Assert.Throws<ArgumentNullException>(() => WeightsFile.Export(null!, Weights));
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var net = Net();
        Live.AssertUnchanged(() =>
        {
            WeightsFile.Export(net, Weights);
            WeightsFile.Import(net, Weights);
        });
    }

    private static Sequential Net() => nn.Sequential(("linear", nn.Linear(3, 4)), ("norm", nn.BatchNorm1d(4)));
}
