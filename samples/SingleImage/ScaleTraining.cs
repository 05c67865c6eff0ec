using Gan.Experiments;
using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace SingleImage;

/// <summary>The training of one scale. The losses are <c>L_D</c> and <c>L_G</c> of SinGAN's objective; the generator's also contains ten times the squared error of the reconstruction.</summary>
/// <remarks>Shaham, Dekel and Michaeli 2019 (arXiv 1905.01164).</remarks>
internal sealed class ScaleTraining : IDisposable
{
    private const double ReconstructionWeight = 10;

    private readonly Scale scale;
    private readonly nn.Module<Tensor, Tensor> critic;
    private readonly Tensor reconstructionNoise, reconstructionBelow;
    private readonly int steps;
    private readonly FusedAdam optimizerG, optimizerD;
    private readonly LogitGradients gradientsD = new(), gradientsG = new();

    public ScaleTraining(Scale scale, nn.Module<Tensor, Tensor> critic, Tensor reconstructionNoise, Tensor reconstructionBelow, int steps)
    {
        (this.scale, this.critic, this.reconstructionNoise, this.reconstructionBelow, this.steps) = (scale, critic, reconstructionNoise, reconstructionBelow, steps);
        optimizerG = new FusedAdam(scale.Network.parameters(), lr: 5e-4, beta1: 0.5);
        optimizerD = new FusedAdam(critic.parameters(), lr: 5e-4, beta1: 0.5);
    }

    /// <param name="step">From 0.</param>
    /// <param name="below">A random picture of the coarser scale, enlarged.</param>
    /// <exception cref="DivergedException">A loss is not finite.</exception>
    public StepLosses Step(int step, Tensor below)
    {
        using var scope = NewDisposeScope();
        if (step == steps * 4 / 5)
            SlowDown();
        var fake = scale.Draw(scale.Noise(1), below);

        optimizerD.zero_grad();
        using var d = Objectives.SinGan.DiscriminatorTerms(critic, scale.Image, fake, step, gradientsD);
        d.Backward();
        optimizerD.step();

        optimizerG.zero_grad();
        using var g = Objectives.SinGan.GeneratorTerms(critic, real: null, fake, gradientsG);
        g.Backward();
        var error = (scale.Draw(reconstructionNoise, reconstructionBelow) - scale.Image).square().mean();
        error.mul(ReconstructionWeight).backward();
        optimizerG.step();

        return new(
            Finite(step, "D", d.Loss), Finite(step, "gradient penalty", d.Penalties.Sum(static penalty => penalty.Value.ToDouble())),
            Finite(step, "G", g.Loss), Finite(step, "reconstruction", Math.Sqrt(error.ToDouble())));
    }

    public void Dispose()
    {
        optimizerG.Dispose();
        optimizerD.Dispose();
        gradientsD.Dispose();
        gradientsG.Dispose();
    }

    // In the last fifth of the steps, both rates are a tenth, as in the paper.
    private void SlowDown()
    {
        foreach (var group in optimizerG.ParamGroups.Concat(optimizerD.ParamGroups))
            group.LearningRate /= 10;
    }

    private static double Finite(int step, string term, double value) => double.IsFinite(value) ? value : throw new DivergedException(step, term, value);
}
