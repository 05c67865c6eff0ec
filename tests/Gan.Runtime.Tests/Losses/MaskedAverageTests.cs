using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>
/// A relativistic average loss of masked logits and its gradients, written out: RaLSGAN's 1/n Σ (xᵢ - ȳ - 1)² + 1/m Σ (yⱼ - x̄ + 1)², whose means, counts and
/// sums are of what the masks leave.
/// </summary>
public sealed class MaskedAverageTests
{
    private static readonly double[] s_real = [0.5, double.NaN, 2, -1.5];
    private static readonly double[] s_fake = [1, 3, double.NaN, double.PositiveInfinity, -0.25];

    [Theory]
    [InlineData(LossPath.Kernel, nn.Reduction.Mean)]
    [InlineData(LossPath.Kernel, nn.Reduction.Sum)]
    [InlineData(LossPath.Composed, nn.Reduction.Mean)]
    [InlineData(LossPath.Composed, nn.Reduction.Sum)]
    public void LossAndGradientsAreOfWhatTheMasksLeave(LossPath path, nn.Reduction kind)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(s_real).requires_grad_(true), tensor(s_fake).requires_grad_(true));
        var loss = new RelativisticAverageLeastSquares { LossPath = path }.DiscriminatorLoss(real, fake, Left(kind, real), Left(kind, fake));
        loss.backward();

        var (x, y) = (s_real.Where(double.IsFinite).ToArray(), s_fake.Where(double.IsFinite).ToArray());
        var (ofReal, ofFake) = kind == nn.Reduction.Mean ? (1.0 / x.Length, 1.0 / y.Length) : (1, 1);
        var (g, h) = (x.Select(t => 2 * ofReal * (t - y.Average() - 1)).ToArray(), y.Select(t => 2 * ofFake * (t - x.Average() + 1)).ToArray());
        Assert.Equal((ofReal * x.Sum(t => Math.Pow(t - y.Average() - 1, 2))) + (ofFake * y.Sum(t => Math.Pow(t - x.Average() + 1, 2))), loss.item<double>(), 1e-13);
        // A mean over n logits gives each of them the n-th part of what depends on it.
        AssertGradient([.. g.Select(slope => slope - (h.Sum() / x.Length))], s_real, real);
        AssertGradient([.. h.Select(slope => slope - (g.Sum() / y.Length))], s_fake, fake);
    }

    private static LossReduction Left(nn.Reduction kind, Tensor logits) => new(kind) { Mask = logits.isfinite() };

    private static void AssertGradient(double[] ofLeft, double[] logits, Tensor leaf)
    {
        var (left, gradient) = (new Queue<double>(ofLeft), leaf.grad!.data<double>().ToArray());
        for (var i = 0; i < logits.Length; i++)
            Assert.Equal(double.IsFinite(logits[i]) ? left.Dequeue() : 0, gradient[i], 1e-13);
    }
}
