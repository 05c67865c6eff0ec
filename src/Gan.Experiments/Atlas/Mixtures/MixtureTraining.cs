using Gan.Experiments.Data.Memory;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Mixtures;

/// <summary>One training on a mixture of Gaussians, with the emitted steps.</summary>
internal static class MixtureTraining
{
    public const int Steps = 4000, Batch = 128, Judged = 2500;

    /// <summary>Points of a frame, and its steps apart: more often at first, when modes come and go.</summary>
    public const int Shown = 200, Frames = 24;

    // D learns faster than G (Heusel et al. 2017, arXiv 1706.08500).
    private const double DiscriminatorRate = 4e-3, GeneratorRate = 2e-3;

    /// <param name="objective">The objective.</param>
    /// <param name="modes">The modes' centres.</param>
    /// <param name="deviation">The standard deviation of each coordinate around them.</param>
    /// <param name="seed">Of weights and samples.</param>
    /// <param name="frame">Takes a step's number and what G draws from the same latents each time; null where nobody looks.</param>
    /// <param name="steps">How many steps of each player.</param>
    /// <returns>How the last points lie to the modes; null where a loss was no number any more.</returns>
    public static MixtureCoverage? Run(IGanObjective objective, IReadOnlyList<(double X, double Y)> modes, double deviation, int seed, Action<int, float[]>? frame = null, int steps = Steps)
    {
        manual_seed(seed);
        var state = objective.State;
        using var generator = MixtureNets.Generator();
        using var discriminator = MixtureNets.Discriminator(objective.Info);
        using var ofG = new FusedAdam(generator.parameters(), lr: GeneratorRate, beta1: 0.5, beta2: 0.99);
        using var ofD = new FusedAdam(discriminator.parameters(), lr: DiscriminatorRate, beta1: 0.5, beta2: 0.99);
        using var gradients = new LogitGradients();
        using var latents = randn(Judged, MixtureNets.Latents);
        var (random, needsLatents, isFinite) = (new CounterRandom(seed, 1), objective.GeneratorPenalties.Count > 0, true);
        for (var step = 0; step < steps && isFinite; step++)
        {
            if (IsFrame(step, steps))
                frame?.Invoke(step, Draw(Shown));
            isFinite = Step(step);
        }

        objective.LoadState(state);
        if (!isFinite)
            return null;
        frame?.Invoke(steps, Draw(Shown));
        var drawn = Draw(Judged);
        using var judged = NewDisposeScope();
        var points = tensor(drawn).reshape(-1, 2);
        return drawn.All(float.IsFinite) ? MixtureCoverage.Of(points, modes, deviation) : null;

        bool Step(long step)
        {
            // The rates fall to 0: what still turns around the modes at the end comes to rest in them.
            var left = 1 - ((double)step / steps);
            ofD.ParamGroups.Single().LearningRate = DiscriminatorRate * left;
            ofG.ParamGroups.Single().LearningRate = GeneratorRate * left;
            using var scope = NewDisposeScope();
            var real = Real(modes, deviation, ref random);
            using var z = randn(Batch, MixtureNets.Latents).requires_grad_(needsLatents);
            using var fake = generator.call(z);
            var generated = new GeneratedBatch(generator, z) { Samples = fake };
            discriminator.zero_grad();
            generator.zero_grad();
            using (var terms = objective.DiscriminatorTerms(discriminator, real, generated, step, gradients))
            {
                terms.Backward();
                ofD.step();
                objective.ClipWeights(discriminator);
                if (!double.IsFinite(gradients.Loss))
                    return false;
            }

            using var forG = objective.GeneratorTerms(discriminator, real, generated, step, gradients);
            forG.Backward();
            ofG.step();
            return double.IsFinite(gradients.Loss);
        }

        float[] Draw(int count)
        {
            using var scope = NewDisposeScope();
            using var noGradient = no_grad();
            return generator.call(latents.narrow(0, 0, count)).data<float>().ToArray();
        }
    }

    private static bool IsFrame(int step, int steps) => Enumerable.Range(0, Frames).Any(i => step == (int)(steps * Math.Pow((double)i / Frames, 2)));

    private static Tensor Real(IReadOnlyList<(double X, double Y)> modes, double deviation, ref CounterRandom random)
    {
        var batch = new float[2 * Batch];
        for (var i = 0; i < Batch; i++)
        {
            var (mode, (x, y)) = (modes[random.Below(modes.Count)], random.Normals());
            (batch[2 * i], batch[(2 * i) + 1]) = ((float)(mode.X + (deviation * x)), (float)(mode.Y + (deviation * y)));
        }

        return tensor(batch).reshape(Batch, 2, 1, 1);
    }
}
