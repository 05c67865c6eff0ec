using static TorchSharp.torch;

namespace FashionGan;

/// <summary>
/// A generator whose weights are the exponential moving average of the trained one's: one step's weights swing, their average draws better.
/// </summary>
internal sealed class AverageGenerator : IDisposable
{
    private const double Decay = 0.99;

    private readonly nn.Module<Tensor, Tensor> average = Networks.Generator();
    private int updates;

    public AverageGenerator(nn.Module<Tensor, Tensor> generator)
    {
        average.eval();
        Follow(generator);
    }

    public void Follow(nn.Module<Tensor, Tensor> generator)
    {
        using var withoutGraph = no_grad();
        // Short memory at first, so that the random start is soon forgotten: the first update is a copy.
        var decay = Math.Min(Decay, updates / (updates + 10.0));
        foreach (var (mean, value) in average.parameters().Zip(generator.parameters()))
            mean.lerp_(value, 1 - decay);
        foreach (var (mean, value) in average.buffers().Zip(generator.buffers()))
            mean.copy_(value);
        updates++;
    }

    public Tensor Draw(Tensor latents)
    {
        using var withoutGraph = no_grad();
        return average.call(latents);
    }

    public void Dispose() => average.Dispose();
}
