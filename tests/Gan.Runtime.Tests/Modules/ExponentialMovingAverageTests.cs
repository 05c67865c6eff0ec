using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

public class ExponentialMovingAverageTests
{
    private static readonly AverageDecay Half = AverageDecay.Constant(0.5);

    [Fact]
    public void Parameters_are_averaged_and_buffers_copied()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        using var average = new ExponentialMovingAverage(net, Half);
        var before = Snapshot(net);
        Change(net);
        average.Update(net);
        var after = Snapshot(net);
        foreach (var (name, mean) in average.state_dict().Where(entry => entry.Key.StartsWith("average.", StringComparison.Ordinal)))
        {
            var key = name["average.".Length..];
            var isBuffer = key.Contains("running") || key.Contains("tracked");
            Numbers.AssertEqual([.. before[key].Zip(after[key], (b, a) => isBuffer ? a : (a + b) / 2)], mean, 1e-6);
        }

        Assert.Equal(before.Count + 2, average.state_dict().Count);
        Assert.NotEqual(before["1.running_mean"], after["1.running_mean"]);
        Assert.Empty(average.parameters());
    }

    [Fact]
    public void CopyTo_makes_another_module_the_average()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        using var other = Net();
        var before = Snapshot(net);
        using var average = new ExponentialMovingAverage(net, Half);
        Change(net);
        average.CopyTo(other);
        AssertSame(before, Snapshot(other));
        Assert.All(other.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
    }

    [Fact]
    public void ApplyTo_lasts_until_disposed_even_by_an_exception()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        var before = Snapshot(net);
        using var average = new ExponentialMovingAverage(net, Half);
        Change(net);
        var own = Snapshot(net);
        void Fail()
        {
            using var applied = average.ApplyTo(net);
            AssertSame(before, Snapshot(net));
            throw new NotSupportedException();
        }

        Assert.Throws<NotSupportedException>(Fail);
        AssertSame(own, Snapshot(net));
        var twice = average.ApplyTo(net);
        twice.Dispose();
        Change(net);
        own = Snapshot(net);
        twice.Dispose();
        AssertSame(own, Snapshot(net));
    }

    [Fact]
    public void It_resumes_from_its_state_to_the_bit()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        var decay = AverageDecay.HalfLife(100, rampUp: 0.5);
        using var average = new ExponentialMovingAverage(net, decay, startStep: 1);
        for (var i = 0; i < 3; i++)
        {
            Change(net);
            average.Update(net, 8);
        }

        using var file = new MemoryStream();
        average.save(file);
        using var resumed = new ExponentialMovingAverage(Net(), decay, startStep: 1);
        resumed.load(new MemoryStream(file.ToArray()));
        Assert.Equal((3, 16), (resumed.Updates, resumed.Images));
        Change(net);
        average.Update(net, 8);
        resumed.Update(net, 8);
        AssertSame(Snapshot(average), Snapshot(resumed));
    }

    [Fact]
    public void What_is_not_finite_in_the_average_goes_with_the_next_copy()
    {
        using var scope = NewDisposeScope();
        using var net = FunctionNet.Linear(double.NaN);
        using var average = new ExponentialMovingAverage(net, Half, startStep: 1);
        using (no_grad())
            net.Weight.fill_(3);
        average.Update(net);
        Numbers.AssertEqual([3], average.state_dict()["average.weight"], 0);
    }

    [Fact]
    public void Half_types_are_averaged_in_float32()
    {
        // Steps of 1/1000 of 1 are below half of bfloat16's resolution, so in bfloat16 nothing would move.
        using var scope = NewDisposeScope();
        using var net = new FunctionNet(zeros(1, dtype: ScalarType.BFloat16), (x, w) => x.mul(w));
        using var average = new ExponentialMovingAverage(net, AverageDecay.Constant(0.999));
        using (no_grad())
            net.Weight.fill_(1);
        for (var i = 0; i < 1000; i++)
            average.Update(net);
        Numbers.AssertEqual([1 - Math.Pow(0.999, 1000)], average.state_dict()["average.weight"], 1e-4);
        average.CopyTo(net);
        Assert.Equal(ScalarType.BFloat16, net.Weight.dtype);
        Numbers.AssertEqual([1 - Math.Pow(0.999, 1000)], net.Weight, 1e-2);
    }

    [Fact]
    public void It_moves_to_another_dtype_with_its_counts()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        using var average = new ExponentialMovingAverage(net, Half);
        average.Update(net, 3000);
        average.to(ScalarType.Float64);
        average.Update(net, 3000);
        Assert.Equal((2, 6000), (average.Updates, average.Images));
        Assert.Equal(ScalarType.Float64, average.state_dict()["average.0.weight"].dtype);
    }

    [Fact]
    public void Modules_that_do_not_match_are_refused_before_anything_changes()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        using var average = new ExponentialMovingAverage(net, Half);
        var before = Snapshot(average);
        AssertRefused(nn.Sequential(nn.Linear(3, 2)), "has no 1.weight");
        AssertRefused(nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2), nn.Linear(1, 1)), "has no 2.weight");
        AssertRefused(nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(3)), "[3]");
        var disposed = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2));
        SampleLayer.Parameter(disposed, "1.bias").Dispose();
        AssertRefused(disposed, "has no 1.bias");
        AssertSame(before, Snapshot(average));

        void AssertRefused(nn.Module wrong, string inMessage)
        {
            foreach (var action in new Action[] { () => average.Update(wrong), () => average.CopyTo(wrong), () => average.ApplyTo(wrong) })
                Assert.Contains(inMessage, Assert.Throws<ArgumentException>("module", action).Message);
        }
    }

    [Fact]
    public void Null_and_numbers_out_of_range_are_refused()
    {
        using var net = Net();
        using var average = new ExponentialMovingAverage(net, Half);
        Assert.Throws<ArgumentNullException>("module", () => new ExponentialMovingAverage(null!, Half));
        Assert.Throws<ArgumentNullException>("decay", () => new ExponentialMovingAverage(net, null!));
        Assert.Throws<ArgumentOutOfRangeException>("startStep", () => new ExponentialMovingAverage(net, Half, -1));
        Assert.Throws<ArgumentOutOfRangeException>("batch", () => average.Update(net, 0));
        Assert.Throws<ArgumentNullException>("module", () => average.Update(null!));
        Assert.Throws<ArgumentNullException>("module", () => average.CopyTo(null!));
        Assert.Throws<ArgumentNullException>("module", () => average.ApplyTo(null!));
        Assert.Contains("disposed", Assert.Throws<ArgumentException>("module", () => new ExponentialMovingAverage(nn.ReLU(), Half)).Message);
        average.Dispose();
        Assert.Throws<ObjectDisposedException>(() => average.Update(net));
        Assert.Throws<ObjectDisposedException>(() => average.CopyTo(net));
        Assert.Throws<ObjectDisposedException>(() => average.ApplyTo(net));
    }

    [Fact]
    public void It_leaks_nothing_and_outlives_the_scope_it_was_made_in()
    {
        using var net = Net();
        Live.AssertUnchanged(() =>
        {
            ExponentialMovingAverage average;
            using (NewDisposeScope())
                average = new(net, Half);
            using (average)
            {
                average.Update(net);
                using (average.ApplyTo(net))
                    average.CopyTo(net);
            }
        });
    }

    private static nn.Module<Tensor, Tensor> Net() => nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2));

    private static void Change(nn.Module<Tensor, Tensor> net)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        foreach (var parameter in net.parameters())
            parameter.add_(randn_like(parameter));
        net.call(randn(4, 3));
    }

    private static Dictionary<string, double[]> Snapshot(nn.Module module) =>
        module.state_dict().ToDictionary(entry => entry.Key, entry => Numbers.Of(entry.Value));

    private static void AssertSame(Dictionary<string, double[]> expected, Dictionary<string, double[]> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, entry => Assert.Equal(entry.Value, actual[entry.Key]));
    }
}
