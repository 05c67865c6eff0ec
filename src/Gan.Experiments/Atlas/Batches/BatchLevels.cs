using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>What a batch loses where D answers all its real samples with one number and all generated ones with another: where D cannot tell them, and where it is sure.</summary>
internal sealed class BatchLevels : IDisposable
{
    /// <summary>How many real samples a batch has, and how many generated ones.</summary>
    public const int Samples = 64;

    private const double Near = 20, Reach = 1e3, Rounding = 1e-12, Slight = 1e-3, Slightly = 1e-9;
    private const int Bisections = 100;

    private readonly OutcomeLosses _losses;
    private readonly int _direction;
    private readonly double[] _ray;
    private readonly double _length;

    /// <param name="objective">The objective.</param>
    /// <param name="samples">How many samples of each kind.</param>
    public BatchLevels(IGanObjective objective, int samples = Samples)
    {
        _losses = new(objective, [samples, 0], [0, samples]);
        var middle = Middle(0);
        (Balanced, HasBalanced) = (middle ?? 0, middle is not null);
        var sure = Descent.Of(answers => Discriminator(answers[0], answers[1]).Whole, [Balanced, Balanced]);
        var (away, fake) = (Math.Max(sure[0], Lowest) - Balanced, Math.Max(sure[1], Lowest) - Balanced);
        _length = Math.Max(Math.Abs(away), Math.Abs(fake));
        _ray = _length == 0 ? [0, 0] : [away / _length, fake / _length];
        _direction = _ray[0] < _ray[1] ? -1 : 1;
        // A loss that has all but reached its least value long before falls towards it for ever.
        if (Math.Abs(away - fake) > Near && Math.Abs(AlongRay(0.9 * _length) - AlongRay(_length)) < Slightly)
            _length = LogitGrid.Farthest;

        double AlongRay(double s) => Discriminator(Balanced + (s * _ray[0]), Balanced + (s * _ray[1])).Loss;
    }

    /// <summary>The best answer where D cannot tell; 0 where 0 is as good as any.</summary>
    public double Balanced { get; }

    /// <summary>Whether there is a best one.</summary>
    public bool HasBalanced { get; }

    /// <summary>The lowest logit that D returns.</summary>
    public double Lowest => _losses.Lowest;

    /// <summary>Whether D's answer is high on real samples; -1 where it is low on them.</summary>
    public int Direction => _direction;

    public void Dispose() => _losses.Dispose();

    /// <summary>L_D for an answer to real samples and one to generated ones, and its slopes: in the answer to real ones first.</summary>
    public OutcomeSlopes Discriminator(double real, double fake) => _losses.Discriminator(real, fake);

    /// <summary>The same of L_G.</summary>
    public OutcomeSlopes Generator(double real, double fake) => _losses.Generator(real, fake);

    /// <summary>The slope of L_G in the answer to generated samples.</summary>
    public double GeneratorSlope(double real, double fake) => Generator(real, fake).Fake[1];

    /// <summary>Both losses where D cannot tell, where it is sure, and where it is sure of the wrong thing about fakes.</summary>
    public Outcomes Outcomes()
    {
        return new(Of(0, 0, isSure: false), Of(_ray[0], _ray[1], isSure: true), Of(_ray[0], _ray[0], isSure: true));

        Outcome Of(double real, double fake, bool isSure) => new(
            Shown(real), Shown(fake),
            isSure ? Landmarks.Limit(s => Discriminator(Balanced + (s * real), Balanced + (s * fake)).Loss, _length) : Discriminator(Balanced, Balanced).Loss,
            isSure ? Landmarks.Limit(s => Generator(Balanced + (s * real), Balanced + (s * fake)).Loss, _length) : Generator(Balanced, Balanced).Loss);

        // Of an answer that grows for ever another one that does not is a finite part.
        double Shown(double part) => Math.Abs(part) < Slight && _length >= LogitGrid.Farthest ? Balanced : Landmarks.Shown(Balanced + (_length * part));
    }

    /// <summary>The best answers that differ by so much at most, as those of a D of slope 1 at two points.</summary>
    public (double Real, double Fake) Within(double distance)
    {
        if (Math.Abs(_length * (_ray[0] - _ray[1])) <= distance)
            return (Balanced + (_length * _ray[0]), Balanced + (_length * _ray[1]));
        var gap = Direction * distance;
        var middle = Middle(gap) ?? Balanced;
        return (middle + (gap / 2), middle - (gap / 2));
    }

    // The best middle between two answers so far apart: 0 where it is as good as any, null where there is none.
    private double? Middle(double gap)
    {
        var (low, high) = (Math.Max(-Reach, Lowest + Math.Abs(gap / 2)), Reach);
        if (low <= 0 && Math.Abs(Slope(0)) <= Rounding)
            return 0;
        if (!(Slope(low) <= 0 && Slope(high) >= 0))
            return double.IsInfinity(Lowest) ? null : low;
        for (var step = 0; step < Bisections; step++)
        {
            var middle = (low + high) / 2;
            if (Slope(middle) < 0) low = middle;
            else high = middle;
        }

        return high;

        double Slope(double middle)
        {
            var slopes = Discriminator(middle + (gap / 2), middle - (gap / 2));
            return slopes.Real[0] + slopes.Fake[1];
        }
    }
}
