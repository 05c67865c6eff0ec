using Gan.Experiments.Atlas.Curves;
using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>
/// What one logit does to the losses of its batch, whose other logits stay at the balanced one: the change of L_D or L_G times the number of samples, which of a loss of single logits is the change of that loss.
/// </summary>
internal sealed class BatchCurves : IDisposable
{
    private const double Reach = 8, Slight = 0.02;
    private const int Intervals = 160;

    private readonly OutcomeLosses _ofReal, _ofFake;
    private readonly double _others;

    /// <param name="objective">The objective.</param>
    /// <param name="others">What D answers to all other samples.</param>
    public BatchCurves(IGanObjective objective, double others)
    {
        const int Others = BatchLevels.Samples - 1;
        _ofReal = new(objective, [1, Others], [0, BatchLevels.Samples]);
        _ofFake = new(objective, [0, BatchLevels.Samples], [1, Others]);
        _others = others;
    }

    public void Dispose()
    {
        _ofReal.Dispose();
        _ofFake.Dispose();
    }

    public double[] RealSlope(double[] logits) => Slopes(logits, t => _ofReal.Discriminator(t, _others).Real);

    public double[] FakeSlope(double[] logits) => Slopes(logits, t => _ofFake.Discriminator(t, _others).Fake);

    public double[] GeneratorSlope(double[] logits) => Slopes(logits, t => _ofFake.Generator(t, _others).Fake);

    /// <summary>The whole section.</summary>
    public CurveSection Section(Outcomes outcomes)
    {
        var lowest = _ofReal.Lowest;
        var logits = double.IsInfinity(lowest) ? LogitGrid.Even(-Reach, Reach, Intervals) : LogitGrid.Even(lowest, lowest + (2 * Reach), Intervals);
        var slope = GeneratorSlope(logits);
        var usual = GeneratorSlope(LogitGrid.Even(Math.Max(_others - 1, lowest), _others + 1, 20)).Max(Math.Abs);
        return new(
            logits, Changes(logits, t => _ofReal.Discriminator(t, _others)), Changes(logits, t => _ofFake.Discriminator(t, _others)), Changes(logits, t => _ofFake.Generator(t, _others)),
            RealSlope(logits), FakeSlope(logits), slope,
            [.. Kink.Of("real", RealSlope, logits), .. Kink.Of("fake", FakeSlope, logits), .. Kink.Of("generator", GeneratorSlope, logits)],
            LogitRegion.Where(logits, i => Math.Abs(slope[i]) < Slight * usual), outcomes);
    }

    private static double[] Slopes(double[] logits, Func<double, double[]> slopesAt) => Array.ConvertAll(logits, t => BatchLevels.Samples * slopesAt(t)[0]);

    private double[] Changes(double[] logits, Func<double, OutcomeSlopes> lossAt)
    {
        var before = lossAt(_others).Loss;
        return Array.ConvertAll(logits, t => BatchLevels.Samples * (lossAt(t).Loss - before));
    }
}
