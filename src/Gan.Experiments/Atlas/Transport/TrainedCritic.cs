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

    private const int Intervals = 120;

    /// <summary>Judges a critic by the samples it was trained with.</summary>
    public static TrainedCritic Of(SlopeLimit limit, CriticNet critic, double[] real, double[] fake)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var places = Losses.LogitGrid.Even(Math.Min(real.Min(), fake.Min()), Math.Max(real.Max(), fake.Max()), Intervals);
        double[] values = Values(places), ofReal = Values(real), ofFake = Values(fake);
        var slope = values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a) / (places[1] - places[0])).Max();
        var estimate = ofReal.Average() - ofFake.Average();
        return new(limit.Name, limit.Objective.Info.Name, estimate, slope, estimate / slope, places, [.. values.Select(value => (value - values.Average()) / slope)]);

        double[] Values(double[] x) => [.. critic.call(tensor([.. x.Select(static number => (float)number)]).unsqueeze(1)).data<float>().Select(static number => (double)number)];
    }
}
