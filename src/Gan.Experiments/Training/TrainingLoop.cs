using Gan.Experiments.Data.Batches;
using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Training;

/// <summary>The steps of the game: D's, then G's, with one forward pass of G for both where they share it.</summary>
internal sealed class TrainingLoop(Players players, ExperimentSettings settings, Prefetcher batches) : IDisposable
{
    private readonly LogitGradients gradients = new();

    /// <summary>One step of the generator and those of the discriminator before it.</summary>
    /// <param name="step">Its number, from 0.</param>
    /// <param name="withNorms">Whether to measure the norms of both gradients.</param>
    /// <exception cref="DivergedException">
    /// A term is not finite. Its gradient has changed no weight; what came before it in the step has: D's earlier steps, and where the term is G's, all of them.
    /// </exception>
    public StepNumbers Step(long step, bool withNorms)
    {
        using var scope = NewDisposeScope();
        var objective = players.Objective;
        var (numbers, penalties) = (new List<KeyValuePair<string, double>>(), new List<KeyValuePair<string, double>>());
        var needsPath = objective.GeneratorPenalties.Count > 0;
        Tensor real;
        GeneratedBatch generated;
        for (var k = 0; ; k++)
        {
            var isLast = k == settings.DiscriminatorSteps - 1;
            real = batches.Next().Samples;
            var latents = players.Latents((int)real.shape[0]).requires_grad_(needsPath && isLast);
            generated = new(players.Generator, latents) { Samples = Make(latents, withGraph: isLast) };
            TrainDiscriminator(step, k, real, generated, penalties, isLast ? numbers : null, withNorms);
            if (isLast)
                break;
        }

        TrainGenerator(step, real, generated, numbers, withNorms);
        return new(step, [.. numbers, .. penalties]);
    }

    public void Dispose() => gradients.Dispose();

    private Tensor Make(Tensor latents, bool withGraph)
    {
        using var withoutGraph = withGraph ? null : no_grad();
        return players.Generator.call(latents);
    }

    /// <param name="step">G's.</param>
    /// <param name="k">D's within it.</param>
    /// <param name="real">x.</param>
    /// <param name="generated">G(z), and G.</param>
    /// <param name="penalties">Takes those that are due, in place of what a step before had of the name: a lazy one need not be due in the last.</param>
    /// <param name="numbers">Takes the other numbers; null: they are those of a later one.</param>
    /// <param name="withNorms">Whether the gradient's norm is one of them.</param>
    private void TrainDiscriminator(
        long step, int k, Tensor real, GeneratedBatch generated, List<KeyValuePair<string, double>> penalties, List<KeyValuePair<string, double>>? numbers, bool withNorms)
    {
        // Not the optimiser's: it leaves zeros, which a resumed run would not have.
        players.Discriminator.zero_grad();
        using var terms = players.Objective.DiscriminatorTerms(players.Seen.Discriminator, players.Seen.Real(real, generated.Samples!), generated, (step * settings.DiscriminatorSteps) + k, gradients);
        Check(step, "D", terms.Loss, terms.Penalties);
        numbers?.Add(new(StepColumns.LossD, terms.Loss));
        var due = Numbers(terms.Penalties);
        penalties.RemoveAll(before => due.Any(now => now.Key == before.Key));
        penalties.AddRange(due);
        numbers?.Add(new(StepColumns.LogitReal, terms.RealLogits.mean().ToDouble()));
        numbers?.Add(new(StepColumns.LogitFake, terms.FakeLogits.mean().ToDouble()));
        players.Seen.Adaptive?.Update(terms.RealLogits);
        if (players.Seen.Adaptive is { } probability)
            numbers?.Add(new(StepColumns.Probability, probability.Value));
        numbers?.AddRange(players.Objective.Variables.Select(static variable => KeyValuePair.Create(StepColumns.Hyperparameter(variable.Name), variable.Value)));
        terms.Backward();
        if (withNorms)
            numbers?.Add(new(StepColumns.NormD, GradientNorm.Of(players.Discriminator)));
        players.OptimizerD.step();
        players.Objective.ClipWeights(players.Discriminator);
    }

    private void TrainGenerator(long step, Tensor real, GeneratedBatch generated, List<KeyValuePair<string, double>> numbers, bool withNorms)
    {
        players.Generator.zero_grad();
        using var terms = players.Objective.GeneratorTerms(players.Seen.Discriminator, real, generated, step, gradients);
        Check(step, "G", terms.Loss, terms.Penalties);
        numbers.Insert(1, new(StepColumns.LossG, terms.Loss));
        numbers.AddRange(Numbers(terms.Penalties));
        terms.Backward();
        if (withNorms)
            numbers.Add(new(StepColumns.NormG, GradientNorm.Of(players.Generator)));
        players.OptimizerG.step();
        players.Average?.Update(players.Generator);
    }

    private static KeyValuePair<string, double>[] Numbers(IReadOnlyList<PenaltyTerm> penalties) =>
        [.. penalties.Select(static penalty => KeyValuePair.Create(StepColumns.Penalty(penalty.Name), penalty.Value.ToDouble()))];

    private static void Check(long step, string loss, double value, IReadOnlyList<PenaltyTerm> penalties)
    {
        if (!double.IsFinite(value))
            throw new DivergedException(step, loss, value);
        foreach (var penalty in penalties)
        {
            if (penalty.Value.ToDouble() is var term && !double.IsFinite(term))
                throw new DivergedException(step, penalty.Name, term);
        }
    }
}
