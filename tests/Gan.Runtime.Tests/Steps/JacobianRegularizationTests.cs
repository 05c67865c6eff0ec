using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>Gradients of both players with a regulariser of their dynamics, against the Dirac-GAN: D(x) = φ x, G(z) = θ, real samples at 0 (Mescheder, Geiger and Nowozin 2018).</summary>
public sealed class JacobianRegularizationTests
{
    private const double Phi = 0.7, Theta = -1.3, Weight = 2;

    // L_D = log 2 + softplus(φθ), L_G = softplus(-φθ); s = σ(φθ), n = 1 - s, s' = s n.
    private static readonly double S = 1 / (1 + Math.Exp(-Phi * Theta)), N = 1 - S, Slope = S * N;

    [Fact]
    public void ConsensusHasTheSquaresOfBothGradients()
    {
        using var scope = NewDisposeScope();
        var (discriminator, generator) = (Line(Phi), Line(Theta));
        var norms = Regularize(JacobianRegularization.Consensus, new NonSaturating(), discriminator, generator, Weight);
        Assert.Equal(((S * S * Theta * Theta) + (N * N * Phi * Phi)) / 2, norms.ToDouble(), 1e-14);
        Assert.Equal((S * Theta) + (Weight * ((S * Slope * Theta * Theta * Theta) + (N * N * Phi) - (N * Slope * Theta * Phi * Phi))), Gradient(discriminator), 1e-14);
        Assert.Equal((-N * Phi) + (Weight * ((S * Slope * Phi * Theta * Theta) + (S * S * Theta) - (N * Slope * Phi * Phi * Phi))), Gradient(generator), 1e-14);
    }

    [Fact]
    public void JareHasTheSquareOfTheOtherGradient()
    {
        using var scope = NewDisposeScope();
        var (discriminator, generator) = (Line(Phi), Line(Theta));
        var norms = Regularize(JacobianRegularization.Jare, new NonSaturating(), discriminator, generator, Weight);
        Assert.Equal(((S * S * Theta * Theta) + (N * N * Phi * Phi)) / 2, norms.ToDouble(), 1e-14);
        Assert.Equal((S * Theta) + (Weight * ((N * N * Phi) - (N * Slope * Theta * Phi * Phi))), Gradient(discriminator), 1e-14);
        Assert.Equal((-N * Phi) + (Weight * ((S * Slope * Phi * Theta * Theta) + (S * S * Theta))), Gradient(generator), 1e-14);
    }

    /// <summary>The critic's game is φθ against -φθ: its steps of size h grow the radius by √(1 + h²). With weight w, the matrix [[1 - hw, -h], [h, 1 - hw]] shrinks it to √((1 - hw)² + h²).</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheCriticsGameConverges(bool isJare)
    {
        using var scope = NewDisposeScope();
        var (discriminator, generator) = (Line(1), Line(1));
        const double h = 0.1, w = 0.5;
        for (var step = 0; step < 50; step++)
        {
            Regularize(isJare ? JacobianRegularization.Jare : JacobianRegularization.Consensus, new Wasserstein(), discriminator, generator, w);
            foreach (var module in new[] { discriminator, generator })
            {
                using var withoutGraph = no_grad();
                module.weight.sub_(module.weight.grad!.mul(h));
                module.weight.grad = null;
            }
        }

        var radius = Math.Sqrt(2) * Math.Pow(((1 - (h * w)) * (1 - (h * w))) + (h * h), 25);
        Assert.Equal(radius, Math.Sqrt(Math.Pow(discriminator.weight.ToDouble(), 2) + Math.Pow(generator.weight.ToDouble(), 2)), 1e-12);
    }

    /// <summary>Against differences of R in single weights of networks with convolutions.</summary>
    [Fact]
    public void NetworksAreDifferentiatedTwice()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var discriminator = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Tanh(), nn.Flatten(), nn.Linear(8, 1)).to(float64);
        var generator = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Unflatten(1, [1, 4, 4])).to(float64);
        var (real, latents) = (randn(3, 1, 4, 4, dtype: float64), randn(3, 2, dtype: float64));
        Tensor[] Losses(Tensor fakeLogits) => [new NonSaturating().DiscriminatorLoss(discriminator.call(real), fakeLogits), new NonSaturating().GeneratorLoss(fakeLogits)];
        double NormsAt(double weight)
        {
            foreach (var parameter in discriminator.parameters().Concat(generator.parameters()))
                parameter.grad = null;
            var losses = Losses(discriminator.call(generator.call(latents)));
            return JacobianRegularization.Consensus(losses[0], discriminator, losses[1], generator, weight).ToDouble();
        }

        foreach (var parameter in new[] { discriminator.parameters().First(), generator.parameters().First() })
        {
            NormsAt(1e-30);
            var plain = parameter.grad![0].flatten()[0].ToDouble();
            NormsAt(1);
            var regularized = parameter.grad![0].flatten()[0].ToDouble();
            double Moved(double by)
            {
                using (no_grad())
                    parameter.flatten()[0].add_(by);
                return NormsAt(1);
            }

            const double e = 1e-5;
            var above = Moved(e);
            var below = Moved(-2 * e);
            Moved(e);
            Assert.Equal((above - below) / (2 * e), regularized - plain, 1e-8);
        }
    }

    [Fact]
    public void GradientsAreAddedToThoseThatAreThere()
    {
        using var scope = NewDisposeScope();
        var (discriminator, generator) = (Line(Phi), Line(Theta));
        Regularize(JacobianRegularization.Consensus, new NonSaturating(), discriminator, generator, Weight);
        var once = Gradient(discriminator);
        Regularize(JacobianRegularization.Consensus, new NonSaturating(), discriminator, generator, Weight);
        Assert.Equal(2 * once, Gradient(discriminator), 1e-14);
    }

    [Fact]
    public void WhatIsRefusedLeavesTheGradients()
    {
        using var scope = NewDisposeScope();
        var (discriminator, generator) = (Line(Phi), Line(Theta));
        discriminator.weight.grad = full([1, 1], 5.0, dtype: float64);
        var logits = discriminator.call(generator.call(ones(1, 1, dtype: float64)));
        var loss = new NonSaturating().GeneratorLoss(logits);
        Assert.Throws<ArgumentException>(() => JacobianRegularization.Consensus(loss.detach(), discriminator, loss, generator));
        Assert.Throws<ArgumentException>(() => JacobianRegularization.Consensus(logits, discriminator, loss, generator));
        Assert.Throws<ArgumentException>(() => JacobianRegularization.Consensus(loss, discriminator, loss, discriminator));
        Assert.Throws<ArgumentOutOfRangeException>(() => JacobianRegularization.Consensus(loss, discriminator, loss, generator, weight: 0));
        var ofDetached = new NonSaturating().GeneratorLoss(discriminator.call(ones(1, 1, dtype: float64)));
        Assert.Contains("are the generated samples detached?", Assert.Throws<InvalidOperationException>(() => JacobianRegularization.Jare(loss, discriminator, ofDetached, generator)).Message, StringComparison.Ordinal);
        loss.backward(inputs: [generator.weight]);
        generator.weight.grad = null;
        Assert.Throws<InvalidOperationException>(() => JacobianRegularization.Jare(loss, discriminator, loss, generator));
        Assert.Equal(5, Gradient(discriminator));
        Assert.Null(generator.weight.grad);
    }

    [Fact]
    public void NothingLeaks()
    {
        using var scope = NewDisposeScope();
        var (discriminator, generator) = (Line(Phi), Line(Theta));
        void Step()
        {
            using var inner = NewDisposeScope();
            Regularize(JacobianRegularization.Jare, new NonSaturating(), discriminator, generator, Weight);
            discriminator.weight.grad = null;
            generator.weight.grad = null;
        }

        Step();
        var before = Tensor.TotalCount;
        Step();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Linear Line(double weight)
    {
        var line = nn.Linear(1, 1, hasBias: false, dtype: float64);
        using (no_grad())
            line.weight.fill_(weight);
        return line;
    }

    private static double Gradient(Linear line) => line.weight.grad!.ToDouble();

    private static Tensor Regularize(Func<Tensor, nn.Module, Tensor, nn.Module, double, Tensor> regularize, IGanObjective objective, Linear discriminator, Linear generator, double weight)
    {
        var fakeLogits = discriminator.call(generator.call(ones(1, 1, dtype: float64)));
        return regularize(objective.DiscriminatorLoss(discriminator.call(zeros(1, 1, dtype: float64)), fakeLogits), discriminator, objective.GeneratorLoss(fakeLogits), generator, weight);
    }
}
