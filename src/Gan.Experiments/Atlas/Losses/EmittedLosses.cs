using Gan.Dsl;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Losses;

/// <summary>
/// The losses of one logit in double precision, each number from the methods that the compiler wrote.
/// Of a coupled objective, whose losses see differences of logits, the other logit is 0: Real(t) is L_D at D(x) = t, Fake(t) is L_D and Generator(t) is L_G at D(G(z)) = t.
/// </summary>
internal sealed class EmittedLosses(IGanObjective objective)
{
    // The average of a batch is in each of its losses: there one logit at a time is asked for.
    private readonly bool _isSingle = objective.Info.Coupling == Coupling.RelativisticAverage;

    /// <summary>Whether the losses of an objective are of whole batches, so that there is no loss of one logit.</summary>
    public static bool AreOfBatches(IGanObjective objective) => objective is IBatchObjective || !(objective is ISeparateObjective || objective.Info.Coupling != Coupling.None);

    public ObjectiveInfo Info => objective.Info;

    /// <summary>The lowest logit that D returns.</summary>
    public double Lowest => objective.Info.Logits == LogitRange.NonNegative ? 0 : double.NegativeInfinity;

    /// <summary>Whether D's output is high on real samples; -1 where it is an energy, low on them.</summary>
    public int Direction => objective.Info.Sign == LogitSign.Energy ? -1 : 1;

    /// <summary>D's loss of a real logit.</summary>
    public double[] Real(double[] logits) => Values(logits, t => Info.IsCoupled ? objective.DiscriminatorLoss(t, zeros_like(t), LossReduction.None) : objective.DiscriminatorRealLoss(t, LossReduction.None));

    /// <summary>D's loss of a fake logit.</summary>
    public double[] Fake(double[] logits) => Values(logits, t => Info.IsCoupled ? objective.DiscriminatorLoss(zeros_like(t), t, LossReduction.None) : objective.DiscriminatorFakeLoss(t, LossReduction.None));

    /// <summary>G's loss of a fake logit, times its weight.</summary>
    public double[] Generator(double[] logits) => Values(logits, t => objective.GeneratorLoss(zeros_like(t), t, LossReduction.None));

    public double Real(double logit) => Real([logit])[0];

    public double Fake(double logit) => Fake([logit])[0];

    public double Generator(double logit) => Generator([logit])[0];

    public double[] RealSlope(double[] logits) => Slopes(logits, (t, gradients) =>
    {
        objective.DiscriminatorGradients(t, zeros_like(t), gradients);
        return gradients.Real!;
    });

    public double[] FakeSlope(double[] logits) => Slopes(logits, (t, gradients) =>
    {
        objective.DiscriminatorGradients(zeros_like(t), t, gradients);
        return gradients.Fake!;
    });

    /// <summary>The slopes of both losses of D, with one call where they are separate.</summary>
    public (double[] Real, double[] Fake) DiscriminatorSlopes(double[] logits)
    {
        if (Info.IsCoupled)
            return (RealSlope(logits), FakeSlope(logits));
        double[] fake = [];
        var real = Slopes(logits, (t, gradients) =>
        {
            objective.DiscriminatorGradients(t, t, gradients);
            fake = (gradients.Fake! * (double)t.numel()).data<double>().ToArray();
            return gradients.Real!;
        });
        return (real, fake);
    }

    public double[] GeneratorSlope(double[] logits) => Slopes(logits, (t, gradients) =>
    {
        objective.GeneratorGradients(zeros_like(t), t, gradients);
        return gradients.Fake!;
    });

    private double[] Values(double[] logits, Func<Tensor, Tensor> loss) => Read(logits, t => loss(t).detach());

    // The losses are means: the gradient of one logit is its slope over their number.
    private double[] Slopes(double[] logits, Func<Tensor, LogitGradients, Tensor> gradient)
    {
        using var gradients = new LogitGradients();
        return Read(logits, t => gradient(t, gradients) * (double)t.numel());
    }

    private double[] Read(double[] logits, Func<Tensor, Tensor> compute)
    {
        if (logits.Length == 0)
            return [];
        using var scope = NewDisposeScope();
        return _isSingle ? [.. logits.Select(logit => compute(tensor([logit])).item<double>())] : compute(tensor(logits)).data<double>().ToArray();
    }
}
