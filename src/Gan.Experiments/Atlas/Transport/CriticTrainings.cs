using Gan.Experiments.Data.Memory;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Transport;

/// <summary>Trains a critic for each limit, with the emitted losses, penalties and weight clipping and without a generator, in two parts: nothing else may draw torch's random numbers beside the first.</summary>
internal sealed class CriticTrainings : IDisposable
{
    private const int Batch = 64;
    private const double Rate = 1e-2;

    private readonly IReadOnlyList<SlopeLimit> _limits;
    private readonly double[] _real, _fake;
    private readonly CriticNet[] _critics;

    /// <param name="limits">The limits.</param>
    /// <param name="real">Real samples.</param>
    /// <param name="fake">Generated samples.</param>
    public CriticTrainings(IReadOnlyList<SlopeLimit> limits, double[] real, double[] fake)
    {
        (_limits, _real, _fake) = (limits, real, fake);
        _critics = new CriticNet[limits.Count];
    }

    public void Dispose()
    {
        foreach (var critic in _critics)
            critic?.Dispose();
    }

    /// <summary>Makes all critics, and trains those whose penalties draw: each takes the numbers that follow its weights.</summary>
    public void TrainDrawing()
    {
        foreach (var i in Enumerable.Range(0, _limits.Count).OrderBy(i => Draws(_limits[i])))
        {
            manual_seed(1);
            _critics[i] = new(_limits[i].IsSpectral);
            if (Draws(_limits[i]))
                Train(i);
        }
    }

    /// <summary>Trains the others, and judges all.</summary>
    public IReadOnlyList<TrainedCritic> TrainOthers()
    {
        var trained = new TrainedCritic[_limits.Count];
        Parallel.For(0, trained.Length, i =>
        {
            if (!Draws(_limits[i]))
                Train(i);
            trained[i] = TrainedCritic.Of(_limits[i], _critics[i], _real, _fake);
        });
        return trained;
    }

    private static bool Draws(SlopeLimit limit) => limit.Objective.Penalties.Count > 0;

    private void Train(int i)
    {
        var (critic, limit) = (_critics[i], _limits[i]);
        using var optimizer = new FusedAdam(critic.parameters(), lr: Rate, beta1: 0, beta2: 0.9);
        using var gradients = new LogitGradients();
        var random = new CounterRandom(1, 2);
        for (var step = 0; step < TrainedCritic.Steps; step++)
        {
            using var scope = NewDisposeScope();
            critic.zero_grad();
            using var terms = limit.Objective.DiscriminatorTerms(critic, Draw(_real, ref random), Draw(_fake, ref random), step, gradients);
            terms.Backward();
            optimizer.step();
            if (limit.IsClipped)
                limit.Objective.ClipWeights(critic);
        }

        critic.eval();
    }

    private static Tensor Draw(double[] samples, ref CounterRandom random)
    {
        var batch = new float[Batch];
        for (var i = 0; i < Batch; i++)
            batch[i] = (float)samples[random.Below(samples.Length)];
        return tensor(batch).unsqueeze(1);
    }
}

/// <summary>A way to limit a critic's slope.</summary>
/// <param name="Name">What limits it.</param>
/// <param name="Objective">A critic's objective.</param>
/// <param name="IsSpectral">Whether its layers are spectrally normalised.</param>
/// <param name="IsClipped">Whether the objective's weight clipping is done.</param>
internal sealed record SlopeLimit(string Name, IGanObjective Objective, bool IsSpectral = false, bool IsClipped = false);
