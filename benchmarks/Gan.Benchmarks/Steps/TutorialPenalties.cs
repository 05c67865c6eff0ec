using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>The penalties as published code has them, each with a forward pass of its own.</summary>
internal static class TutorialPenalties
{
    /// <summary>The term to differentiate; null where there is none at this step.</summary>
    public static Tensor? Of(string penalty, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, int step) => penalty switch
    {
        "none" => null,
        "R1" => R1(discriminator, real, weight: 5),
        "R1/16" => step % 16 == 0 ? R1(discriminator, real, weight: 5 * 16) : null,
        "WGAN-GP" => AtInterpolates(discriminator, real, fake),
        _ => throw new ArgumentException($"There is no penalty '{penalty}'.", nameof(penalty)),
    };

    /// <summary>Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).</summary>
    private static Tensor R1(nn.Module<Tensor, Tensor> discriminator, Tensor real, double weight)
    {
        var gradient = GradientAt(discriminator, real.detach());
        return weight * gradient.square().view(gradient.shape[0], -1).sum(1).mean();
    }

    /// <summary>Gulrajani et al. 2017 (arXiv 1704.00028).</summary>
    private static Tensor AtInterpolates(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake)
    {
        var alpha = rand([real.shape[0], 1, 1, 1], device: real.device);
        var gradient = GradientAt(discriminator, (alpha * real + (1 - alpha) * fake).detach());
        return 10 * (gradient.view(gradient.shape[0], -1).norm(1) - 1).square().mean();
    }

    private static Tensor GradientAt(nn.Module<Tensor, Tensor> discriminator, Tensor samples)
    {
        samples.requires_grad_(true);
        return autograd.grad([discriminator.call(samples).sum()], [samples], retain_graph: true, create_graph: true)[0];
    }
}
