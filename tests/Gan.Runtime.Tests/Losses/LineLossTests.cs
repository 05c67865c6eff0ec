using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>Losses that are a line in t, few and many: -t of a critic, and t - 1 of the reverse Kullback-Leibler divergence.</summary>
public sealed class LineLossTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(10_000)]
    [InlineData(1 << 22)]
    public void AreTheMeanAndItsGradient(int count)
    {
        using var scope = NewDisposeScope();
        var logits = linspace(-1, 4, count, ScalarType.Float64).requires_grad_(true);
        var fake = logits.detach().clone().requires_grad_(true);
        Assert.Equal(-1.5, Objectives.Hinge.GeneratorLoss(logits).item<double>(), 1e-9);
        Assert.Equal(-1.5 * count, Objectives.Wasserstein.GeneratorLoss(logits, nn.Reduction.Sum).item<double>(), 1e-9 * count);
        Assert.Equal(0.5, Objectives.ReverseKullbackLeibler.DiscriminatorFakeLoss(logits).item<double>(), 1e-9);
        Assert.Equal(0.5 * count, Objectives.ReverseKullbackLeibler.DiscriminatorFakeLoss(logits, nn.Reduction.Sum).item<double>(), 1e-9 * count);

        var loss = Objectives.Wasserstein.DiscriminatorLoss(logits, fake);
        Assert.Equal(0, loss.item<double>(), 1e-9);
        loss.backward();
        Assert.Equal((-1.0 / count, -1.0 / count), (logits.grad!.min().item<double>(), logits.grad!.max().item<double>()));
        Assert.Equal((1.0 / count, 1.0 / count), (fake.grad!.min().item<double>(), fake.grad!.max().item<double>()));
        Assert.True(double.IsNaN(Objectives.Hinge.GeneratorLoss(logits.detach().index_fill(0, tensor(new long[] { 1 }), double.NaN)).item<double>()));
    }
}
