using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>Whether D's loss falls without end as its logits grow.</summary>
internal static class MeasuredBounds
{
    private static readonly double[] s_far = [10, 30, 100, 300, 1e4, 1e8, 1e16, 1e100];
    private static readonly double[] s_ratios = [0.01, 0.1, 0.5, 0.9, 1, 1.1, 2, 10, 100];
    private const double Deep = -60;

    public static bool? WhenEqual(EmittedLosses losses) => IsBounded([.. losses.Real(Logits(losses)).Zip(losses.Fake(Logits(losses)), static (r, f) => r + f)], losses);

    /// <summary>Penalties on the logits are part of the losses; a coupled loss has none of its ratios, since D can give every pair one difference.</summary>
    public static bool? ForEveryRatio(IGanObjective objective, EmittedLosses losses)
    {
        var logits = Logits(losses);
        var (real, fake) = (losses.Real(logits), losses.Fake(logits));
        if (losses.Info.IsCoupled)
            return IsBounded(fake, losses);
        using var logitItself = nn.Identity();
        var (ofReal, ofFake) = (logits.Select(t => Penalty(objective, logitItself, t, isReal: true)).ToArray(), logits.Select(t => Penalty(objective, logitItself, t, isReal: false)).ToArray());
        var verdicts = s_ratios.Select(u => IsBounded([.. logits.Select((_, i) => (u * (real[i] + ofReal[i])) + fake[i] + ofFake[i])], losses)).ToArray();
        return verdicts.Contains(false) ? false : verdicts.Contains(null) ? null : true;
    }

    private static double Penalty(IGanObjective objective, nn.Module<Tensor, Tensor> logitItself, double t, bool isReal)
    {
        using var scope = NewDisposeScope();
        var (logit, none) = (tensor([t]).reshape(1, 1), zeros(1, 1, ScalarType.Float64));
        return objective.Penalties.Where(static penalty => penalty is DriftPenalty or LeCamPenalty).Sum(penalty => penalty.Evaluate(logitItself, isReal ? logit : none, isReal ? none : logit).item<double>());
    }

    private static double[] Logits(EmittedLosses losses) => [.. s_far.Select(static t => -t).Concat(s_far).Where(t => t >= losses.Lowest)];

    private static bool? IsBounded(double[] loss, EmittedLosses losses)
    {
        var sides = (losses.Lowest >= 0 ? [loss] : new[] { loss[..s_far.Length], loss[s_far.Length..] }).Select(IsBounded).ToArray();
        return sides.Contains(false) ? false : sides.Contains(null) ? null : true;
    }

    // Outwards. What overflows to two infinities has no value to be judged by: what was before it tells, where it is large.
    private static bool? IsBounded(double[] loss)
    {
        var known = loss.TakeWhile(static value => !double.IsNaN(value)).ToArray();
        if (known.Length == 0)
            return null;
        // What falls to a bound has reached it long before.
        var falls = known[^1] < Deep && (double.IsNegativeInfinity(known[^1]) || !(known[^1] >= known[known.Length / 2] - 1));
        return falls ? false : known.Length == loss.Length || known[^1] > -Deep ? true : null;
    }
}
