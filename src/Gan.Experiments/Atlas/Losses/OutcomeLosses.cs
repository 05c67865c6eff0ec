using Gan.Dsl;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Losses;

/// <summary>
/// Both losses of a batch as functions of what D answers to a few outcomes, each of which is in the batch as often as its count says. Every number comes from the methods that the compiler wrote, in double precision.
/// </summary>
internal sealed class OutcomeLosses : IDisposable
{
    private readonly IGanObjective _objective;
    private readonly int[] _real, _fake;
    private readonly int _outcomes;
    private readonly LogitGradients _gradients = new();

    /// <param name="objective">The objective.</param>
    /// <param name="real">How many real samples each outcome has.</param>
    /// <param name="fake">How many generated ones, in all as many as real ones.</param>
    public OutcomeLosses(IGanObjective objective, int[] real, int[] fake)
    {
        _objective = objective;
        (_real, _fake, _outcomes) = (Samples(real), Samples(fake), real.Length);
        Lowest = objective.Info.Logits == LogitRange.NonNegative ? 0 : double.NegativeInfinity;
    }

    /// <summary>The lowest logit that D returns.</summary>
    public double Lowest { get; }

    public void Dispose() => _gradients.Dispose();

    /// <summary>L_D, and its slopes in D's answers.</summary>
    public OutcomeSlopes Discriminator(params double[] answers) => Read(answers, _objective.DiscriminatorGradients);

    /// <summary>L_G, and its slopes in D's answers.</summary>
    public OutcomeSlopes Generator(params double[] answers) => Read(answers, _objective.GeneratorGradients);

    private OutcomeSlopes Read(double[] answers, Action<Tensor, Tensor, LogitGradients> compute)
    {
        using var scope = NewDisposeScope();
        compute(Logits(_real, answers), Logits(_fake, answers), _gradients);
        return new(_gradients.Loss, Slopes(_gradients.Real, _real, answers), Slopes(_gradients.Fake, _fake, answers));
    }

    private Tensor Logits(int[] samples, double[] answers) => tensor(Array.ConvertAll(samples, outcome => Math.Max(answers[outcome], Lowest)));

    private double[] Slopes(Tensor? gradient, int[] samples, double[] answers)
    {
        var slopes = new double[_outcomes];
        if (gradient is null)
            return slopes;
        var values = gradient.data<double>();
        for (var i = 0; i < samples.Length; i++)
        {
            // No answer is lower than the lowest one.
            if (answers[samples[i]] > Lowest || values[i] < 0)
                slopes[samples[i]] += values[i];
        }

        return slopes;
    }

    private static int[] Samples(int[] counts) => [.. counts.SelectMany(static (count, outcome) => Enumerable.Repeat(outcome, count))];
}

/// <summary>A loss of a batch.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Real">Its slope in D's answer to each outcome, as far as real samples go.</param>
/// <param name="Fake">The same of generated samples.</param>
internal readonly record struct OutcomeSlopes(double Loss, double[] Real, double[] Fake)
{
    /// <summary>The whole slope in each answer.</summary>
    public double[] Whole => [.. Real.Zip(Fake, static (real, fake) => real + fake)];
}
