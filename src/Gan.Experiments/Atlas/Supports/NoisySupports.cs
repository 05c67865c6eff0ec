using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Supports;

/// <summary>Two supports that lie apart, with Gaussian noise on both: sums over a fine grid.</summary>
/// <remarks>Instance noise: Sønderby et al. 2016 (arXiv 1610.04490); Arjovsky and Bottou 2017 (arXiv 1701.04862).</remarks>
/// <param name="losses">The losses.</param>
/// <param name="best">The best answers.</param>
/// <param name="blind">L_D of a D that cannot tell.</param>
/// <param name="isCritic">Whether no answer is best, so that D is the best one of slope 1: between two such distributions, a straight line.</param>
internal sealed class NoisySupports(EmittedLosses losses, BestLogits best, double blind, bool isCritic)
{
    private const double Slight = 1e-4;

    /// <summary>What D measures and how G is pulled, over the distances.</summary>
    public SupportCurve Curve(string name, INoisySupport support, double[] distances, double sigma)
    {
        // The places of all distances together: one search for all best answers.
        NoisyPlace[] places = [.. distances.SelectMany(d => support.Places(d, sigma))];
        double[] p = [.. places.Select(static place => place.Real)], q = [.. places.Select(static place => place.Fake)];
        var logits = Logits(places, p, q);
        var cost = best.CostOf(logits, p, q);
        // The derivative in d of the mean of Generator(D*) over q, D* as it is.
        var pull = losses.Generator(logits).Select((loss, i) => q[i] == 0 ? 0 : places[i].FakeSlope * loss);
        var size = places.Length / distances.Length;
        return new(name, sigma, distances, [.. cost.Chunk(size).Select(part => blind - part.Sum())], [.. pull.Chunk(size).Select(static part => part.Sum())]);
    }

    /// <summary>The force on a generated sample at each position: minus the slope of Generator(D*) there; negative towards the real samples.</summary>
    public double[] Force(INoisySupport support, double[] positions, double d, double sigma)
    {
        NoisyPlace[] around = [.. positions.SelectMany(x => new[] { support.At(x - Slight, d, sigma), support.At(x + Slight, d, sigma) })];
        double[] p = [.. around.Select(static place => place.Real)], q = [.. around.Select(static place => place.Fake)];
        return [.. losses.Generator(Logits(around, p, q)).Chunk(2).Select(static pair => (pair[0] - pair[1]) / (2 * Slight))];
    }

    private double[] Logits(NoisyPlace[] places, double[] p, double[] q) => isCritic ? [.. places.Select(place => -losses.Direction * place.FromMiddle)] : best.Of(p, q).Logits;
}

/// <summary>Two supports at a distance, seen along the line that leads from one to the other.</summary>
internal interface INoisySupport
{
    /// <summary>Places from where the noise on one begins to where that on the other ends; the densities add up to 1.</summary>
    NoisyPlace[] Places(double d, double sigma);

    /// <summary>One place; the densities are of any scale that both share.</summary>
    NoisyPlace At(double x, double d, double sigma);
}

/// <summary>A place between two supports.</summary>
/// <param name="FromMiddle">How far beyond the middle between both it lies, towards the generated samples.</param>
/// <param name="Real">The density of real samples.</param>
/// <param name="Fake">The density of generated ones.</param>
/// <param name="FakeSlope">Its derivative in their distance.</param>
internal readonly record struct NoisyPlace(double FromMiddle, double Real, double Fake, double FakeSlope);
