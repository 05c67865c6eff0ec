using Gan.Experiments.Data.Memory;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Transport;

/// <summary>What a trained critic says of a distance that is known.</summary>
/// <param name="Limit">What limits its slope.</param>
/// <param name="Objective">The objective that it was trained with.</param>
/// <param name="Estimate">The mean of D over real samples less that over generated ones.</param>
/// <param name="Slope">Its steepest slope where the samples are.</param>
/// <param name="Normalised">The estimate over the slope: what a critic of slope 1 would say.</param>
/// <param name="Places">Places on the line.</param>
/// <param name="Values">D there over its steepest slope, 0 on average.</param>
internal sealed record TrainedCritic(string Limit, string Objective, double Estimate, double Slope, double Normalised, double[] Places, double[] Values)
{
    /// <summary>The steps of its training.</summary>
    public const int Steps = 300;

    private const int Batch = 64, Intervals = 120;
    private const double Rate = 1e-2;

    /// <summary>Trains it with the emitted losses, penalties and weight clipping, without a generator.</summary>
    /// <param name="limit">What limits its slope.</param>
    /// <param name="objective">A critic's objective.</param>
    /// <param name="isSpectral">Whether its layers are spectrally normalised.</param>
    /// <param name="isClipped">Whether the objective's weight clipping is done.</param>
    /// <param name="real">Real samples.</param>
    /// <param name="fake">Generated samples.</param>
    public static TrainedCritic Of(string limit, IGanObjective objective, bool isSpectral, bool isClipped, double[] real, double[] fake)
    {
        manual_seed(1);
        using var critic = new CriticNet(isSpectral);
        using var optimizer = new FusedAdam(critic.parameters(), lr: Rate, beta1: 0, beta2: 0.9);
        using var gradients = new LogitGradients();
        var random = new CounterRandom(1, 2);
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            critic.zero_grad();
            using var terms = objective.DiscriminatorTerms(critic, Draw(real, ref random), Draw(fake, ref random), step, gradients);
            terms.Backward();
            optimizer.step();
            if (isClipped)
                objective.ClipWeights(critic);
        }

        critic.eval();
        return Judge(limit, objective, critic, real, fake);
    }

    private static TrainedCritic Judge(string limit, IGanObjective objective, CriticNet critic, double[] real, double[] fake)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var places = Losses.LogitGrid.Even(Math.Min(real.Min(), fake.Min()), Math.Max(real.Max(), fake.Max()), Intervals);
        double[] values = Values(places), ofReal = Values(real), ofFake = Values(fake);
        var slope = values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a) / (places[1] - places[0])).Max();
        var estimate = ofReal.Average() - ofFake.Average();
        return new(limit, objective.Info.Name, estimate, slope, estimate / slope, places, [.. values.Select(value => (value - values.Average()) / slope)]);

        double[] Values(double[] x) => [.. critic.call(tensor([.. x.Select(static number => (float)number)]).unsqueeze(1)).data<float>().Select(static number => (double)number)];
    }

    private static Tensor Draw(double[] samples, ref CounterRandom random)
    {
        var batch = new float[Batch];
        for (var i = 0; i < Batch; i++)
            batch[i] = (float)samples[random.Below(samples.Length)];
        return tensor(batch).unsqueeze(1);
    }
}
