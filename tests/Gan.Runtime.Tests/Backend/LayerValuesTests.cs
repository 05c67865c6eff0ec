namespace Gan.Runtime.Tests.Backend;

public sealed class LayerValuesTests
{
    [Fact]
    public void AConvolutionIsRightByHand()
    {
        var values = DirectLayer.Of(new(1, false, 1, 1, 1, Size: 3, Kernel: 2), new([1, 2, 3], [10, 1], [1, 2]));
        Assert.Equal([12, 23], values.Output);
        Assert.Equal([10, 21, 2], values.InputGradient);
        Assert.Equal([5, 8], values.WeightGradient);
    }

    [Fact]
    public void PaddingIsZero()
    {
        var values = DirectLayer.Of(new(1, false, 1, 1, 1, Size: 2, Kernel: 3, Padding: 1), new([1, 2], [1, 10, 100], [1, 1]));
        Assert.Equal([210, 21], values.Output);
        Assert.Equal([11, 110], values.InputGradient);
        Assert.Equal([1, 3, 2], values.WeightGradient);
    }

    [Fact]
    public void ATransposedConvolutionIsRightByHand()
    {
        var values = DirectLayer.Of(new(1, true, 1, 1, 1, Size: 2, Kernel: 2, Stride: 2), new([1, 2], [10, 1], [1, 2, 3, 4]));
        Assert.Equal([10, 1, 20, 2], values.Output);
        Assert.Equal([12, 34], values.InputGradient);
        Assert.Equal([7, 10], values.WeightGradient);
    }

    // Two samples, two input channels, three outputs: y = x Wᵀ.
    [Fact]
    public void ALinearLayerIsRightByHand()
    {
        var values = DirectLayer.Of(new(0, false, 2, 2, 3), new([1, 2, 3, 4], [1, 0, 0, 1, 1, 1], [1, 0, 0, 0, 0, 1]));
        Assert.Equal([1, 2, 3, 3, 4, 7], values.Output);
        Assert.Equal([1, 0, 1, 1], values.InputGradient);
        Assert.Equal([1, 2, 0, 0, 3, 4], values.WeightGradient);
    }

    [Theory]
    [InlineData(0, "output")]
    [InlineData(1, "input gradient")]
    [InlineData(2, "weight gradient")]
    public void AWrongValueIsFoundAndNamed(int which, string name)
    {
        Assert.All(CheckedLayer.All, layer =>
        {
            var samples = LayerSamples.Of(layer);
            var right = DirectLayer.Of(layer, samples);
            Assert.Null(right.Compare(right, layer));
            Assert.Equal($"the {name} of {layer} is off by 1%", $"{Changed(right, which, static value => value * 1.01f).Compare(right, layer)}");
            Assert.Equal($"the {name} of {layer} is NaN", $"{Changed(right, which, static value => value < 0 ? float.NaN : value).Compare(right, layer)}");
            Assert.Null(Changed(right, which, static value => value * 1.00001f).Compare(right, layer));
        });
    }

    // What the check stands on: whatever the order of a sum, in float32 it is exact.
    [Fact]
    public void TheRightValuesAreExactInFloat32() => Assert.All(CheckedLayer.All, static layer =>
    {
        var values = DirectLayer.Of(layer, LayerSamples.Of(layer));
        Assert.All([values.Output, values.InputGradient, values.WeightGradient], static numbers =>
        {
            Assert.All(numbers, static number => Assert.True(Math.Abs(number) * 4096 < 1 << 24 && float.IsInteger(number * 4096)));
            Assert.Contains(numbers, static number => number != 0);
        });
    });

    private static LayerValues Changed(LayerValues values, int which, Converter<float, float> change) => new(
        which == 0 ? Array.ConvertAll(values.Output, change) : values.Output,
        which == 1 ? Array.ConvertAll(values.InputGradient, change) : values.InputGradient,
        which == 2 ? Array.ConvertAll(values.WeightGradient, change) : values.WeightGradient);
}
