using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Transport;

/// <summary>A critic of numbers, with spectral normalisation or without.</summary>
internal sealed class CriticNet : nn.Module<Tensor, Tensor>
{
    private const int Hidden = 24;
    private readonly nn.Module<Tensor, Tensor> layers;

    public CriticNet(bool isSpectral)
        : base(nameof(CriticNet))
    {
        layers = nn.Sequential(Layer(1, Hidden), nn.LeakyReLU(0.2), Layer(Hidden, Hidden), nn.LeakyReLU(0.2), Layer(Hidden, 1));
        RegisterComponents();

        nn.Module<Tensor, Tensor> Layer(int from, int to) => isSpectral ? SpectralNorm.Of(nn.Linear(from, to)) : nn.Linear(from, to);
    }

    public override Tensor forward(Tensor input) => layers.call(input);
}
