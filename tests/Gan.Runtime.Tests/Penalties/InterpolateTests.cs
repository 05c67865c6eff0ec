using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class InterpolateTests
{
    [Fact]
    public void Each_sample_has_one_alpha_and_lies_between_real_and_fake()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var seen = Points(new GradientPenalty(), zeros(200, 3, 2, 2), ones(200, 3, 2, 2));
        // 1 - alpha, all over a sample.
        var perSample = seen.reshape(200, 12);
        Assert.True(perSample.amax([1]).equal(perSample.amin([1])).all().ToBoolean());
        var alphas = perSample.select(1, 0);
        Assert.InRange(alphas.min().ToSingle(), 0, 0.05);
        Assert.InRange(alphas.max().ToSingle(), 0.95, 1);
        Assert.InRange(alphas.mean().ToSingle(), 0.43, 0.57);
        Assert.True(alphas.unique().output.numel() > 190);
    }

    [Fact]
    public void They_are_drawn_anew_each_time()
    {
        using var scope = NewDisposeScope();
        var penalty = new GradientPenalty();
        var first = Points(penalty, zeros(4, 2), ones(4, 2));
        var second = Points(penalty, zeros(4, 2), ones(4, 2));
        Assert.False(first.allclose(second));
    }

    [Fact]
    public void Different_shapes_are_refused_by_both_names()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        var error = Assert.Throws<ArgumentException>(() => new GradientPenalty().Evaluate(discriminator, zeros(4, 2), zeros(3, 2)));
        Assert.Equal("fake", error.ParamName);
        Assert.Contains("real is [4, 2], fake is [3, 2]", error.Message);
        Assert.Equal(0, discriminator.Calls);
    }

    [Fact]
    public void Different_types_are_refused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        Assert.Throws<ArgumentException>("fake", () => new GradientPenalty().Evaluate(discriminator, zeros(4, 2), zeros(4, 2, dtype: ScalarType.Float64)));
    }

    private static Tensor Points(DiscriminatorPenalty penalty, Tensor real, Tensor fake)
    {
        Tensor? seen = null;
        using var discriminator = new FunctionNet(ones(1), (x, w) =>
        {
            seen = x.detach().clone().MoveToOuterDisposeScope();
            return x.mul(w).sum();
        });
        penalty.Evaluate(discriminator, real, fake).Dispose();
        return seen!;
    }
}
