using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>The loop of the README: one pass over D for its loss and its penalties, D frozen for G, the gradients in the logits handed over, Adam in one pass.</summary>
internal sealed class LibraryLoop : IStepLoop
{
    private readonly IGanObjective _objective;
    private readonly Networks _networks;
    private readonly FusedAdam _optimizerD;
    private readonly FusedAdam _optimizerG;
    private readonly LogitGradients _gradientsD = new();
    private readonly LogitGradients _gradientsG = new();

    public LibraryLoop(StepSize size, string penalty)
    {
        _objective = StepObjectives.Of(penalty);
        _networks = new(size);
        _optimizerD = new(_networks.Discriminator.parameters(), lr: 2e-4, beta1: 0.5);
        _optimizerG = new(_networks.Generator.parameters(), lr: 2e-4, beta1: 0.5);
    }

    public double Step(int step)
    {
        using var scope = NewDisposeScope();
        var fake = _networks.Generator.call(_networks.Latents());

        _optimizerD.zero_grad();
        using var d = _objective.DiscriminatorTerms(_networks.Discriminator, _networks.Real, fake, step, _gradientsD);
        d.Backward();
        _optimizerD.step();

        _optimizerG.zero_grad();
        using var g = _objective.GeneratorTerms(_networks.Discriminator, _networks.Real, fake, _gradientsG);
        g.Backward();
        _optimizerG.step();

        return d.Loss + g.Loss;
    }

    public void Dispose()
    {
        _gradientsD.Dispose();
        _gradientsG.Dispose();
        _optimizerD.Dispose();
        _optimizerG.Dispose();
        _networks.Dispose();
    }
}
