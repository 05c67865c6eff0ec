using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class DriftPenaltyTests
{
    [Fact]
    public void It_is_the_mean_square_of_every_real_logit()
    {
        // Logits 2 and -1 and, on a map, the four products: E t^2, derivative in w 2 E t^2 / w.
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([2.0]), (x, w) => x.mul(w));
        var real = tensor(new double[,] { { 1, -0.5 }, { 0.25, 3 } });
        using var term = new DriftPenalty { Weight = 0.1 }.Evaluate(discriminator, real, null);
        const double square = (4 + 1 + 0.25 + 36) / 4;
        Assert.Equal(0.1 * square, term.item<double>(), 1e-12);
        term.backward();
        Assert.Equal(0.1 * 2 * square / 2, discriminator.Gradient.Single(), 1e-12);
    }

    [Fact]
    public void It_shares_the_logits_of_the_loss()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        var objective = new LogisticObjective { Penalties = [new DriftPenalty(), new LeCamPenalty()] };
        using var terms = GanStep.Discriminator(objective, discriminator, ones(2, 2, dtype: ScalarType.Float64), zeros(2, 2, dtype: ScalarType.Float64), step: 0);
        Assert.Equal(2, discriminator.Calls);
        Assert.Equal(0.001, terms.Penalties[0].Value.item<double>(), 1e-12);
        Assert.Equal(["Drift", "LeCam"], terms.Penalties.Select(penalty => penalty.Name));
    }

    [Fact]
    public void Integer_samples_are_fine_where_no_gradient_is_taken_in_them()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(ones(5), (x, w) => w.index_select(0, x));
        using var term = new DriftPenalty { Weight = 3 }.Evaluate(discriminator, tensor([1L, 4L]), null);
        Assert.Equal(3, term.item<float>(), 1e-6);
    }

    [Fact]
    public void Half_logits_are_squared_in_float32()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([300.0], ScalarType.Float16), (x, w) => x.mul(w));
        using var term = new DriftPenalty { Weight = 1 }.Evaluate(discriminator, ones(1, 4, dtype: ScalarType.Float16), null);
        Assert.Equal((ScalarType.Float32, 90000f), (term.dtype, term.item<float>()));
    }
}
