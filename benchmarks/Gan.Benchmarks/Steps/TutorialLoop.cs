using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>
/// The loop of PyTorch's DCGAN tutorial in TorchSharp: cross entropy with labels, a backward pass for each half of D's loss, D's parameters in G's graph,
/// three numbers read; the Wasserstein losses as WGAN-GP's code has them. A penalty has a forward pass of its own.
/// </summary>
internal sealed class TutorialLoop : IStepLoop
{
    private readonly string _penalty;
    private readonly Networks _networks;
    private readonly Adam _optimizerD;
    private readonly Adam _optimizerG;
    private readonly BCEWithLogitsLoss _crossEntropy = nn.BCEWithLogitsLoss();

    public TutorialLoop(StepSize size, string penalty)
    {
        _penalty = penalty;
        _networks = new(size);
        _optimizerD = optim.Adam(_networks.Discriminator.parameters(), 2e-4, 0.5);
        _optimizerG = optim.Adam(_networks.Generator.parameters(), 2e-4, 0.5);
    }

    public double Step(int step)
    {
        using var scope = NewDisposeScope();
        var (discriminator, real) = (_networks.Discriminator, _networks.Real);

        discriminator.zero_grad();
        var output = discriminator.call(real).view(-1);
        Loss(output, isReal: true).backward();
        var ofReal = output.mean().item<float>();

        var fake = _networks.Generator.call(_networks.Latents());
        output = discriminator.call(fake.detach()).view(-1);
        Loss(output, isReal: false).backward();
        var ofFake = output.mean().item<float>();
        TutorialPenalties.Of(_penalty, discriminator, real, fake, step)?.backward();
        _optimizerD.step();

        _networks.Generator.zero_grad();
        output = discriminator.call(fake).view(-1);
        Loss(output, isReal: true).backward();
        var ofFakeAfterwards = output.mean().item<float>();
        _optimizerG.step();

        return ofReal + ofFake + ofFakeAfterwards;
    }

    public void Dispose()
    {
        _optimizerD.Dispose();
        _optimizerG.Dispose();
        _crossEntropy.Dispose();
        _networks.Dispose();
    }

    private Tensor Loss(Tensor logits, bool isReal)
    {
        if (_penalty == "WGAN-GP")
            return isReal ? -logits.mean() : logits.mean();
        return _crossEntropy.call(logits, full(logits.shape[0], isReal ? 1f : 0f, device: logits.device));
    }
}
