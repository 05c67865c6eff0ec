namespace Gan.Experiments.Atlas.Losses;

/// <summary>Where D cannot tell real from fake, and where it is sure.</summary>
internal sealed class Landmarks
{
    // A loss that still moves so much beyond the wide grid has no bound.
    private const double Farther = 1e8, Moves = 1, Near = 20, Distant = 1e3, Slight = 1e-12;

    private readonly EmittedLosses _losses;

    public Landmarks(EmittedLosses losses, BestLogits best)
    {
        _losses = losses;
        (Balanced, HasBalanced) = BalancedOf(losses, best);
        SureFake = Sure(losses.Fake, best.Of(0, 1));
        // A coupled loss sees the difference alone: sure of the opposite is the opposite.
        SureReal = losses.Info.IsCoupled ? -SureFake : Sure(losses.Real, best.Of(1, 0));
    }

    /// <summary>The best logit of a place where both are as likely; 0 where 0 is as good as any.</summary>
    public double Balanced { get; }

    /// <summary>Whether there is such a logit: a loss that falls for ever where both are as likely has none.</summary>
    public bool HasBalanced { get; }

    /// <summary>The best logit where there are real samples alone; an end of the grid where the loss falls for ever.</summary>
    public double SureReal { get; }

    /// <summary>The best logit where there are fakes alone.</summary>
    public double SureFake { get; }

    /// <summary>What L_D and L_G are where D cannot tell, where it is sure, and where it is sure of the wrong thing about fakes.</summary>
    public Outcomes Outcomes() => new(
        new(Balanced, Balanced, _losses.Info.IsCoupled ? _losses.Fake(0) : _losses.Real(Balanced) + _losses.Fake(Balanced), _losses.Generator(_losses.Info.IsCoupled ? 0 : Balanced)),
        new(Shown(SureReal), Shown(SureFake), _losses.Info.IsCoupled ? Limit(_losses.Fake, SureFake) : Limit(_losses.Real, SureReal) + Limit(_losses.Fake, SureFake), Limit(_losses.Generator, SureFake)),
        new(Shown(SureReal), Shown(SureReal), _losses.Info.IsCoupled ? Limit(_losses.Fake, SureReal) : Limit(_losses.Real, SureReal) + Limit(_losses.Fake, SureReal), Limit(_losses.Generator, SureReal)));

    private static (double Logit, bool IsOne) BalancedOf(EmittedLosses losses, BestLogits best)
    {
        if (losses.Info.IsCoupled)
            return (0, true);
        var (logits, cost) = best.Of([1], [1]);
        var atZero = losses.Real(0) + losses.Fake(0);
        return atZero <= cost[0] + (1e-12 * Math.Max(1, Math.Abs(cost[0]))) ? (0, true) : (logits[0], double.IsFinite(cost[0]) && Math.Abs(logits[0]) < Distant);
    }

    // A loss that has all but reached its least value long before falls towards it for ever: rounding ends that, no kink.
    private static double Sure(Func<double, double> loss, double logit) =>
        Math.Abs(logit) > Near && Math.Abs(loss(0.9 * logit) - loss(logit)) < Slight ? double.CopySign(LogitGrid.Farthest, logit) : logit;

    /// <summary>A logit, infinite where it is an end of the grid.</summary>
    public static double Shown(double logit) => Math.Abs(logit) >= LogitGrid.Farthest ? double.CopySign(double.PositiveInfinity, logit) : logit;

    /// <summary>A loss at a logit, or what it tends to where that is an end of the grid.</summary>
    public static double Limit(Func<double, double> loss, double logit)
    {
        var near = loss(logit);
        if (Math.Abs(logit) < LogitGrid.Farthest)
            return near;
        var far = loss(double.CopySign(Farther, logit));
        return double.IsFinite(far) && Math.Abs(far - near) <= Moves ? far + 0.0 : double.CopySign(double.PositiveInfinity, double.IsNaN(far - near) ? far : far - near);
    }
}

/// <summary>Both losses for one D.</summary>
/// <param name="Real">What it returns for real samples.</param>
/// <param name="Fake">What it returns for fakes.</param>
/// <param name="Discriminator">L_D without penalties.</param>
/// <param name="Generator">L_G.</param>
internal sealed record Outcome(double Real, double Fake, double Discriminator, double Generator);

/// <summary>The losses against three D.</summary>
/// <param name="Blind">One that cannot tell.</param>
/// <param name="Perfect">One that is sure, and right.</param>
/// <param name="Fooled">One that takes fakes for real.</param>
internal sealed record Outcomes(Outcome Blind, Outcome Perfect, Outcome Fooled);
