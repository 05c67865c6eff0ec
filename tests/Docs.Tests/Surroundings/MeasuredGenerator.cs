using Gan.Experiments;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>A generator of points, and data to measure it by.</summary>
internal static class MeasuredGenerator
{
    public static readonly GaussianMixture data = new(GaussianMixture.Ring(), standardDeviation: 0.05);
    public static readonly nn.Module<Tensor, Tensor> generator = nn.Linear(64, 2);
}
