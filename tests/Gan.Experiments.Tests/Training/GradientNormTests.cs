using Gan.Experiments.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Training;

/// <summary>The norm of a gradient is right wherever its elements are numbers, not only where their squares are.</summary>
public sealed class GradientNormTests
{
    [Theory]
    [InlineData(ScalarType.Float32, 3.0, 4.0)]
    [InlineData(ScalarType.Float32, 3e30, 4e30)]
    [InlineData(ScalarType.Float32, 3e-30, 4e-30)]
    [InlineData(ScalarType.Float32, 0.0, 0.0)]
    [InlineData(ScalarType.Float64, 3e200, 4e200)]
    [InlineData(ScalarType.Float64, 3e-200, 4e-200)]
    [InlineData(ScalarType.Float64, 3e307, 4e307)]
    [InlineData(ScalarType.BFloat16, 3.0, 4.0)]
    public void ThreeAndFourMakeFive(ScalarType type, double three, double four)
    {
        var (five, tolerance) = (three * (5.0 / 3), type == ScalarType.Float64 ? 1e-14 : 1e-6);
        foreach (var norm in (double[])[NormOf(type, [three, 0, four]), NormOf(type, [three], null, [0, four])])
            Assert.True(Math.Abs(norm - five) <= five * tolerance, $"{norm} instead of {five}.");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AnElementThatIsNoNumberIsSeen(double element)
    {
        Assert.Equal(element, NormOf(ScalarType.Float32, [1, element], [2]));
        Assert.Equal(element, NormOf(ScalarType.Float32, [1], [-element]));
    }

    [Fact]
    public void WithoutGradientsOrElementsItIsZero()
    {
        Assert.Equal(0, NormOf(ScalarType.Float32, null, null));
        Assert.Equal(3, NormOf(ScalarType.Float32, [], [-3]));
    }

    private static double NormOf(ScalarType type, params double[]?[] gradients)
    {
        using var scope = NewDisposeScope();
        using var module = new Weights();
        foreach (var (i, gradient) in gradients.Index())
        {
            var parameter = new Parameter(zeros(gradient?.Length ?? 1, type));
            parameter.grad = gradient is null ? null : tensor(gradient, type);
            module.register_parameter($"p{i}", parameter);
        }

        var before = Tensor.TotalCount;
        var norm = GradientNorm.Of(module);
        Assert.Equal(before, Tensor.TotalCount);
        return norm;
    }

    private sealed class Weights() : nn.Module(nameof(Weights));
}
