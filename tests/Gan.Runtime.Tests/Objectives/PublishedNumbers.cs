using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>
/// The numbers of a well-known GAN loss class, for logits of one value over a patch map of shape [1, 3, 6, 6], with loss weight 2 on the generator.
/// </summary>
public sealed class PublishedNumbers
{
    public static TheoryData<IGanObjective, double, double, double, double> Losses => new()
    {
        // logit, G, D on real, D on fake; closed forms: ln(1 + e⁻¹) = 0.3132616, ln(1 + e) = 1.3132616
        { new NonSaturating { LossWeight = 2 }, 1, 0.6265233, 0.3132616, 1.3132616 },
        { new LeastSquares { LossWeight = 2 }, 2, 2, 1, 4 },
        { new Wasserstein { LossWeight = 2 }, 2, -4, -2, 2 },
        { new Hinge { LossWeight = 2 }, 2, -4, 0, 3 },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void MeansOverAPatchMap(IGanObjective objective, double logit, double generator, double real, double fake)
    {
        using var scope = NewDisposeScope();
        var logits = full([1, 3, 6, 6], logit, float32);
        Assert.Equal(generator, objective.GeneratorLoss(logits).item<float>(), 1e-6);
        Assert.Equal(real + fake, objective.DiscriminatorLoss(logits, logits).item<float>(), 2e-6);
        Assert.Equal(real, Half(objective, "DiscriminatorRealLoss", logits), 1e-6);
        Assert.Equal(fake, Half(objective, "DiscriminatorFakeLoss", logits), 1e-6);
    }

    [Fact]
    public void LossWeightMultipliesTheGeneratorsLossOnly()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(new[] { 0.3f, -1.2f }), tensor(new[] { 2.1f, 0.4f }));
        var (once, thrice) = (new NonSaturating(), new NonSaturating { LossWeight = 3 });
        Assert.Equal(3 * once.GeneratorLoss(fake).item<float>(), thrice.GeneratorLoss(fake).item<float>(), 1e-6);
        Assert.Equal(once.DiscriminatorLoss(real, fake).item<float>(), thrice.DiscriminatorLoss(real, fake).item<float>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void LossWeightIsPositiveAndFinite(double weight)
        => Assert.Equal("LossWeight", Assert.Throws<ArgumentOutOfRangeException>(() => new NonSaturating { LossWeight = weight }).ParamName);

    /// <summary>
    /// The Dirac-GAN of Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406): D(x) = ψx, real data at 0, G at θ.
    /// At (θ, ψ) = (1, 1) the players move by -∂L_G/∂θ and -∂L_D/∂ψ; σ(1) = 0.7310586.
    /// </summary>
    [Theory]
    [InlineData("Vanilla", 0.7310586, -0.7310586)]
    [InlineData("NonSaturating", 0.2689414, -0.7310586)]
    [InlineData("Wasserstein", 1, -1)]
    public void TheDiracGanMovesAsPublished(string name, double generatorMoves, double discriminatorMoves)
    {
        var objective = Objectives.Find(name)!;
        using var scope = NewDisposeScope();
        var theta = ones(1, requires_grad: true);
        var psi = ones(1, requires_grad: true);

        objective.GeneratorLoss(psi.detach() * theta).backward();
        Assert.Equal(generatorMoves, -theta.grad!.item<float>(), 1e-6);

        objective.DiscriminatorLoss(psi * zeros(1), psi * theta.detach()).backward();
        Assert.Equal(discriminatorMoves, -psi.grad!.item<float>(), 1e-6);
    }

    private static double Half(IGanObjective objective, string method, Tensor logits)
    {
        using var loss = (Tensor)objective.GetType().GetMethod(method, [typeof(Tensor)])!.Invoke(objective, [logits])!;
        return loss.item<float>();
    }
}
