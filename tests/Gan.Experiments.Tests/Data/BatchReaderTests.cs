using Gan.Experiments.Data.Batches;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Data;

public sealed class BatchReaderTests
{
    private static readonly BatchOrder Order = new(1, 4, 10);

    [Fact]
    public void ABatchIsTheSamplesOfItsStep()
    {
        using var data = new MadeData { MakeLabels = indices => tensor(indices.Select(i => i % 3L).ToArray()), Names = ["a", "b", "c"] };
        var reader = new BatchReader(data, Order);
        for (var step = 0; step < 5; step++)
        {
            using var batch = reader.Read(step);
            Assert.Equal(step, batch.Step);
            Assert.Equal(Order.At(step).SelectMany(i => new[] { i, -i / 2f }), batch.Samples.data<float>().ToArray());
            Assert.Equal(Order.At(step).Select(i => i % 3L), batch.Labels!.data<long>().ToArray());
        }
    }

    // The meta device holds no values, and is on every machine.
    [Fact]
    public void ABatchIsOnTheDeviceThatIsAskedFor()
    {
        using var data = new MadeData { MakeLabels = indices => zeros(indices.Length, dtype: int64), Names = ["a"] };
        using var batch = new BatchReader(data, Order, new Device(TorchSharp.DeviceType.META)).Read(0);
        Assert.Equal((TorchSharp.DeviceType.META, TorchSharp.DeviceType.META), (batch.Samples.device_type, batch.Labels!.device_type));
        Assert.Equal([4, 2], batch.Samples.shape);
    }

    public static TheoryData<string, Func<int[], Tensor>> BrokenSamples => new()
    {
        { "Samples returned no tensor", _ => null! },
        { "Samples returned a disposed tensor", _ => Disposed() },
        { "Samples returned Float64 [4, 2] on cpu, not Float32 [4, 2] on the CPU", _ => zeros(4, 2, dtype: float64) },
        { "Samples returned Float32 [4, 3]", _ => zeros(4, 3) },
        { "Samples returned Float32 [3, 2]", _ => zeros(3, 2) },
        { $"sample {Order.At(0)[2]} holds NaN, which is not finite", _ => With(2, float.NaN) },
        { $"sample {Order.At(0)[3]} holds Infinity, which is not finite", _ => With(3, float.PositiveInfinity) },
        { $"sample {Order.At(0)[2]} holds NaN, which is not finite", _ => tensor(new[] { 0, 0, 0, 0, 0, 0, float.NaN, 0 }).reshape(2, 4).t() },
    };

    [Theory]
    [MemberData(nameof(BrokenSamples))]
    public void ABrokenSetIsNamed(string what, Func<int[], Tensor> make)
    {
        using var data = new MadeData { MakeSamples = make };
        Broken(data, what);
    }

    [Fact]
    public void ImagesOutOfRangeAreNamed()
    {
        using var bytes = new MadeData { Shape = [1, 1, 2], MakeSamples = _ => full([4, 1, 1, 2], 255f) };
        Broken(bytes, $"sample {Order.At(0)[0]} holds 255, which is not in [-1, 1]");
        using var rounded = new MadeData { Shape = [1, 1, 2], MakeSamples = _ => full([4, 1, 1, 2], 1.000001f) };
        using var batch = new BatchReader(rounded, Order).Read(0);
        Assert.Equal([4, 1, 1, 2], batch.Samples.shape);
    }

    [Fact]
    public void BrokenLabelsAreNamed()
    {
        void Labels(string what, Func<int[], Tensor?> make, params string[] names)
        {
            using var data = new MadeData { MakeLabels = make, Names = names };
            Broken(data, what);
        }
        Labels("Labels returned no tensor", _ => null, "a");
        Labels("Labels returned Float32 [4] on cpu, not Int64 [4]", _ => zeros(4), "a");
        Labels("Labels returned Int64 [4, 1]", _ => zeros(4, 1, dtype: int64), "a");
        Labels($"sample {Order.At(0)[0]} has the label 2, but there are 2 classes", _ => full([4], 2, dtype: int64), "a", "b");
        Labels($"sample {Order.At(0)[0]} has the label -1, but there are 2 classes", _ => full([4], -1, dtype: int64), "a", "b");
        Labels($"sample {Order.At(0)[0]} has the label 0, but there are 0 classes", _ => zeros(4, dtype: int64));
    }

    [Fact]
    public void TheCultureIsNoPartOfAMessage()
    {
        using var culture = new CommaCulture();
        using var bright = new MadeData { Shape = [1, 1, 2], MakeSamples = _ => full([4, 1, 1, 2], -1.5f) };
        Broken(bright, $"sample {Order.At(0)[0]} holds -1.5, which is not in [-1, 1]");
        using var diverged = new MadeData { MakeSamples = _ => With(2, float.NaN) };
        Broken(diverged, $"sample {Order.At(0)[2]} holds NaN, which is not finite");
        using var labelled = new MadeData { MakeLabels = _ => full([4], -1, dtype: int64), Names = ["a", "b"] };
        Broken(labelled, $"sample {Order.At(0)[0]} has the label -1, but there are 2 classes");
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var data = new MadeData { MakeSamples = indices => (zeros(indices.Length, 2) + 1) * 2 };
        using var broken = new MadeData { MakeSamples = indices => zeros(indices.Length, 3) };
        Live.AssertUnchanged(() =>
        {
            using (new BatchReader(data, Order).Read(0))
            {
            }
            using var scope = NewDisposeScope();
            new BatchReader(data, Order).Read(0);
            Assert.Throws<InvalidOperationException>(() => new BatchReader(broken, Order).Read(0));
        });
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        using var data = new MadeData();
        Assert.Throws<ArgumentNullException>(() => new BatchReader(null!, Order));
        Assert.Throws<ArgumentNullException>(() => new BatchReader(data, null!));
        Assert.Contains("The order has 11 samples, but Made has 10", Assert.Throws<ArgumentException>(() => new BatchReader(data, new BatchOrder(1, 1, 11))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchReader(data, Order).Read(-1));
    }

    private static void Broken(GanData data, string what)
    {
        var message = Assert.Throws<InvalidOperationException>(() => new BatchReader(data, Order).Read(0)).Message;
        Assert.StartsWith("The data set Made is wrong: " + what, message, StringComparison.Ordinal);
    }

    private static Tensor Disposed()
    {
        var tensor = zeros(4, 2);
        tensor.Dispose();
        return tensor;
    }

    private static Tensor With(int row, float value)
    {
        var values = new float[8];
        values[2 * row] = value;
        return tensor(values).reshape(4, 2);
    }
}
