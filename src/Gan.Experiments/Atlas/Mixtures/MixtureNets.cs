using Gan.Dsl;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Mixtures;

/// <summary>Two hidden layers of 128 on both sides, latents of two numbers: a second's work a thousand steps.</summary>
internal static class MixtureNets
{
    public const int Latents = 2;

    private const int Hidden = 128;

    /// <summary>Points as two channels of one pixel, for penalties at each pixel.</summary>
    public static nn.Module<Tensor, Tensor> Generator() =>
        nn.Sequential(nn.Linear(Latents, Hidden), nn.ReLU(), nn.Linear(Hidden, Hidden), nn.ReLU(), nn.Linear(Hidden, 2), nn.Unflatten(1, [2, 1, 1]));

    /// <summary>Of such points. With spectral normalisation where the objective says so, and with an output that is not negative where it says that.</summary>
    public static nn.Module<Tensor, Tensor> Discriminator(ObjectiveInfo info)
    {
        var isSpectral = info.CriticLimits.Any(static limit => limit.Contains("spectral", StringComparison.OrdinalIgnoreCase));
        List<nn.Module<Tensor, Tensor>> layers = [nn.Flatten(), Layer(2, Hidden), nn.LeakyReLU(0.2), Layer(Hidden, Hidden), nn.LeakyReLU(0.2), Layer(Hidden, 1)];
        if (info.Logits == LogitRange.NonNegative)
            layers.Add(nn.Softplus());
        return nn.Sequential([.. layers]);

        nn.Module<Tensor, Tensor> Layer(int from, int to) => isSpectral ? SpectralNorm.Of(nn.Linear(from, to)) : nn.Linear(from, to);
    }
}
