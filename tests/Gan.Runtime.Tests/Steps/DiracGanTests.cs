using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>The smallest GAN: data at 0, the generator at theta, D(x) = psi x. Its field at (1, 1) is known (Mescheder 2018).</summary>
public class DiracGanTests
{
    [Fact]
    public void The_non_saturating_field_at_one_one()
    {
        var (theta, psi) = Field([]);
        Assert.Equal(0.2689414, theta, 1e-7);
        Assert.Equal(-0.7310586, psi, 1e-7);
    }

    [Fact]
    public void R1_pulls_the_discriminator_alone()
    {
        // R1 = w psi^2, so -d/dpsi adds -2 w psi.
        var (theta, psi) = Field([new R1Penalty { Weight = 0.5 }]);
        Assert.Equal(0.2689414, theta, 1e-7);
        Assert.Equal(-0.7310586 - 1, psi, 1e-7);
    }

    private static (double Theta, double Psi) Field(DiscriminatorPenalty[] penalties)
    {
        using var scope = NewDisposeScope();
        var objective = new LogisticObjective { Penalties = penalties };
        using var discriminator = FunctionNet.Linear(1);
        var theta = tensor(new double[,] { { 1 } }).requires_grad_(true);
        var fake = theta.mul(1);

        using var forD = GanStep.Discriminator(objective, discriminator, zeros(1, 1, dtype: ScalarType.Float64), fake, step: 0);
        forD.Total.backward();
        using var forG = GanStep.Generator(objective, discriminator, fake);
        forG.Total.backward();
        return (-theta.grad!.item<double>(), -discriminator.Gradient.Single());
    }
}
