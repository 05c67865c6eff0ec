using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Support;

/// <summary>Tensors as plain numbers, to compare with.</summary>
public static class Numbers
{
    public static double[] Of(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).flatten().data<double>().ToArray();
    }

    public static void AssertEqual(IReadOnlyCollection<double> expected, Tensor actual, double tolerance)
    {
        var numbers = Of(actual);
        Assert.Equal(expected.Count, numbers.Length);
        foreach (var (e, a) in expected.Zip(numbers))
            Assert.Equal(e, a, tolerance);
    }
}
