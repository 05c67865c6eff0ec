using Gan.Runtime.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Optimizers;

public class FusedAdamTests
{
    private const int Steps = 200;

    public static TheoryData<string, double, bool> Cases()
    {
        var cases = new TheoryData<string, double, bool>();
        foreach (var shape in new[] { "", "0", "1", "3", "16", "17", "5,7", "4,3,3,3" })
        {
            foreach (var weightDecay in new[] { 0, 0.1 })
            {
                cases.Add(shape, weightDecay, false);
                cases.Add(shape, weightDecay, true);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Float32_is_the_textbook_and_TorchSharp_to_rounding(string shape, double weightDecay, bool isDecoupled) =>
        AssertSame(() => Samples.Parameter(Shape(shape)), weightDecay, isDecoupled, 3e-6);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Float64_is_the_textbook_and_TorchSharp_to_its_rounding(string shape, double weightDecay, bool isDecoupled) =>
        AssertSame(() => Samples.Parameter(Shape(shape), ScalarType.Float64), weightDecay, isDecoupled, 1e-12);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_transposed_parameter_is_updated_where_it_lies(bool isDecoupled) =>
        AssertSame(() => new Parameter(Samples.Normal(new Random(1), [7, 5], ScalarType.Float32).t()), 0.1, isDecoupled, 3e-6);

    [Theory]
    [InlineData(1, 37)]
    [InlineData(3, 16)]
    public void A_slice_is_updated_and_its_neighbours_are_not(int offset, int length)
    {
        using var scope = NewDisposeScope();
        var whole = ones(64);
        using var parameter = new Parameter(whole.narrow(0, offset, length));
        using var optimizer = new FusedAdam([parameter], lr: 0.25);
        parameter.grad = ones(length);
        optimizer.step();

        // The first step is lr times the gradient's sign.
        Numbers.AssertEqual([.. Enumerable.Range(0, 64).Select(i => i >= offset && i < offset + length ? 0.75 : 1)], whole, 1e-6);
    }

    [Fact]
    public void A_gradient_that_is_not_contiguous_is_read_where_it_lies()
    {
        using var scope = NewDisposeScope();
        using var first = Samples.Parameter([5, 7]);
        using var second = Samples.Parameter([5, 7]);
        var gradient = Samples.Normal(new Random(2), [7, 5], ScalarType.Float32).t();
        (first.grad, second.grad) = (gradient, gradient.contiguous());
        using var optimizer = new FusedAdam([first, second], lr: 0.1);
        optimizer.step();
        Numbers.AssertEqual(Numbers.Of(second), first, 1e-7);
    }

    [Fact]
    public void Steps_are_counted_from_a_parameters_first_gradient()
    {
        using var scope = NewDisposeScope();
        var (ours, theirs) = (new[] { Samples.Parameter([9]), Samples.Parameter([9], seed: 2) }, new[] { Samples.Parameter([9]), Samples.Parameter([9], seed: 2) });
        using var optimizer = new FusedAdam(ours, 0.01, 0.5);
        using var baseline = optim.Adam(theirs, 0.01, 0.5);
        var late = Numbers.Of(ours[1]);
        for (var n = 0; n < 20; n++)
        {
            for (var i = 0; i < (n < 10 ? 1 : 2); i++)
            {
                Samples.SetGradient(ours[i], new Random(n));
                Samples.SetGradient(theirs[i], new Random(n));
            }

            if (n == 9)
                Numbers.AssertEqual(late, ours[1], 0);
            optimizer.step();
            baseline.step();
        }

        Numbers.AssertEqual(Numbers.Of(theirs[0]), ours[0], 1e-6);
        Numbers.AssertEqual(Numbers.Of(theirs[1]), ours[1], 1e-6);
        Assert.NotEqual(late, Numbers.Of(ours[1]));
    }

    [Theory]
    [InlineData(ScalarType.Float16, 2e-3)]
    [InlineData(ScalarType.BFloat16, 1.6e-2)]
    public void Half_types_compute_in_float32(ScalarType dtype, double rounding)
    {
        // 1e-5 squared is below float16's range, and so is eps: in float16 the first step would be infinite.
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(ones(5, dtype: dtype));
        using var optimizer = new FusedAdam([parameter], lr: 0.25);
        parameter.grad = full([5], 1e-5, dtype: dtype);
        optimizer.step();
        optimizer.step();
        Assert.Equal(dtype, parameter.dtype);
        Numbers.AssertEqual([.. Enumerable.Repeat(0.5, 5)], parameter, rounding);
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void To_maximise_is_to_minimise_the_negative(ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        using var up = Samples.Parameter([20], dtype);
        using var down = Samples.Parameter([20], dtype);
        using var ascent = new FusedAdam([up], 0.1, weight_decay: 0.1, maximize: true);
        using var descent = new FusedAdam([down], 0.1, weight_decay: 0.1);
        for (var n = 0; n < 5; n++)
        {
            Samples.SetGradient(up, new Random(n));
            down.grad = up.grad!.neg();
            ascent.step();
            descent.step();
        }

        Numbers.AssertEqual(Numbers.Of(down), up, 1e-6);
    }

    [Fact]
    public void It_finds_the_minimum_of_a_closure()
    {
        using var parameter = Samples.Parameter([3]);
        using var optimizer = new FusedAdam([parameter], lr: 0.1);
        double last = 0;
        for (var n = 0; n < 300; n++)
        {
            using var scope = NewDisposeScope();
            using var withoutGraph = no_grad();
            last = optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = (parameter - 2).square().sum();
                loss.backward();
                return loss;
            })!.ToDouble();
        }

        Assert.Equal(0, last, 1e-3);
        Numbers.AssertEqual([2, 2, 2], parameter, 0.03);
    }

    private static void AssertSame(Func<Parameter> make, double weightDecay, bool isDecoupled, double tolerance)
    {
        using var scope = NewDisposeScope();
        var (ours, theirs) = (make(), make());
        using var optimizer = isDecoupled ? new FusedAdamW([ours], 0.01, 0.5, 0.99, 1e-6, weightDecay) : new FusedAdam([ours], 0.01, 0.5, 0.99, 1e-6, weightDecay);
        using optim.Optimizer baseline = isDecoupled ? optim.AdamW([theirs], 0.01, 0.5, 0.99, 1e-6, weightDecay) : optim.Adam([theirs], 0.01, 0.5, 0.99, 1e-6, weightDecay);
        var reference = new AdamReference(Numbers.Of(ours), 0.01, 0.5, 0.99, 1e-6, weightDecay, isDecoupled);
        for (var n = 0; n < Steps; n++)
        {
            Samples.SetGradient(ours, new Random(n));
            Samples.SetGradient(theirs, new Random(n));
            using (var gradient = ours.grad!)
                reference.Step(Numbers.Of(gradient));
            optimizer.step();
            baseline.step();
        }

        Numbers.AssertEqual(reference.Parameters, ours, tolerance);
        // TorchSharp's own error: it multiplies by 1 - lr * weight_decay, rounded alike at every step.
        var their = Numbers.Of(theirs).Zip(reference.Parameters, (theirs, exact) => Math.Abs(theirs - exact)).DefaultIfEmpty(0).Max();
        Assert.InRange(their, 0, 4 * tolerance);
        Numbers.AssertEqual(Numbers.Of(theirs), ours, tolerance + their);
    }

    private static long[] Shape(string sizes) => [.. sizes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}
