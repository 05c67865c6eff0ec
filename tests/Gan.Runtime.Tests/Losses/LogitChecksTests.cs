using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

public class LogitChecksTests
{
    [Fact]
    public void Null_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentNullException>(() => LogitChecks.Prepare(null, "fakeLogits"));
        Assert.Equal("fakeLogits", error.ParamName);
    }

    [Fact]
    public void A_disposed_tensor_is_refused_by_name()
    {
        var logits = zeros(3);
        logits.Dispose();
        AssertRefused(logits, "disposed");
    }

    [Theory]
    [InlineData(new long[] { 0 })]
    [InlineData(new long[] { 4, 1, 0, 3 })]
    public void An_empty_tensor_is_refused_by_name(long[] shape)
    {
        using var logits = zeros(shape);
        AssertRefused(logits, $"[{string.Join(", ", shape)}]");
    }

    [Theory]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.ComplexFloat32)]
    [InlineData(ScalarType.ComplexFloat64)]
    public void Other_types_are_refused_by_name(ScalarType type)
    {
        using var logits = zeros(3, dtype: type);
        AssertRefused(logits, type.ToString());
    }

    [Fact]
    public void A_sparse_tensor_is_refused_by_name()
    {
        using var scope = NewDisposeScope();
        AssertRefused(eye(3).to_sparse(), "parse");
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Full_types_pass_as_they_are(ScalarType type)
    {
        using var logits = zeros(3, dtype: type);
        Assert.Same(logits, LogitChecks.Prepare(logits, "logits"));
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void Half_types_become_float32_and_stay_differentiable(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var logits = tensor([0.5, -2.0], type).requires_grad_(true);
        var prepared = LogitChecks.Prepare(logits, "logits");
        Assert.Equal(ScalarType.Float32, prepared.dtype);
        Assert.Equal([0.5f, -2f], prepared.detach().data<float>().ToArray());
        prepared.sum().backward();
        Assert.Equal(type, logits.grad!.dtype);
    }

    [Fact]
    public void Different_types_cannot_meet()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => LogitChecks.SamePlace(zeros(2), zeros(2, dtype: ScalarType.Float64)));
        Assert.Equal("fakeLogits", error.ParamName);
        Assert.Contains("Float32", error.Message);
        Assert.Contains("Float64", error.Message);
    }

    [Fact]
    public void Different_devices_cannot_meet()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => LogitChecks.SamePlace(zeros(2), zeros(2, device: META)));
        Assert.Equal("fakeLogits", error.ParamName);
        Assert.Contains("meta", error.Message);
    }

    [Fact]
    public void Different_shapes_can_meet()
    {
        using var scope = NewDisposeScope();
        LogitChecks.SamePlace(zeros(2), zeros(3, 4));
    }

    private static void AssertRefused(Tensor logits, string inMessage)
    {
        var error = Assert.Throws<ArgumentException>(() => LogitChecks.Prepare(logits, "realLogits"));
        Assert.Equal("realLogits", error.ParamName);
        Assert.Contains(inMessage, error.Message);
    }
}
