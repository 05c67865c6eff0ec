using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>Values and gradients of losses on a device, against tensor operations in float64 on the CPU.</summary>
/// <param name="findings">Takes what is found.</param>
internal sealed class LossCheck(Findings findings)
{
    // A vector's width and more, and neither a multiple of it nor aligned.
    private static readonly long[][] s_shapes = [[64, 1], [3, 1001]];

    private static readonly (ScalarType Type, double Tolerance)[] s_types = [(float64, 1e-13), (float32, 2e-6), (bfloat16, 1e-2), (float16, 4e-3)];

    /// <summary>All objectives, types and paths, both players, by the graph and without.</summary>
    public void Run()
    {
        foreach (var objective in Objectives.All)
        {
            foreach (var player in Enum.GetValues<Player>())
            {
                foreach (var path in new[] { LossPath.Automatic, LossPath.Composed })
                {
                    foreach (var (type, tolerance) in s_types)
                    {
                        foreach (var shape in s_shapes)
                            Check(objective, player, path, type, tolerance, shape);
                    }
                }
            }
        }

        foreach (var objective in new IGanObjective[] { Objectives.NonSaturating, Objectives.Hinge, Objectives.RelativisticPair, Objectives.RelativisticAverage })
        {
            foreach (var (type, tolerance) in s_types.Take(3))
            {
                foreach (var kind in Enum.GetValues<nn.Reduction>())
                    CheckReductions(objective, type, tolerance, kind);
            }
        }
    }

    private void Check(IGanObjective objective, Player player, LossPath path, ScalarType type, double tolerance, long[] shape)
    {
        var name = $"{objective.Info.Name} {player} {path} {type} [{string.Join(", ", shape)}]";
        findings.Try(name, () =>
        {
            var (real, fake) = Logits(type, shape, isWide: type != float16);
            var right = Graph(With(objective, LossPath.Composed), player, real.to(float64), fake.to(float64));
            // What leaves the range of float16 is infinite there, as it should be.
            if (type == float16 && right.Any(static tensor => tensor.abs().max().item<double>() > 6e4))
                return;
            var (realThere, fakeThere) = (Unaligned(real), Unaligned(fake));
            var chosen = With(objective, path);
            var ways = new[] { ("loss", Graph(chosen, player, realThere, fakeThere)), ("gradients", Direct(chosen, player, realThere, fakeThere)) };
            foreach (var (way, results) in ways)
            {
                for (var i = 0; i < right.Length; i++)
                    findings.Compare($"{type} {path} {way}: {(i == 0 ? "value" : "gradient")}", name, right[i], results[i], tolerance);
            }

            var again = Graph(chosen, player, realThere, fakeThere);
            findings.Require($"{name}: two runs have different bits", again.Zip(ways[0].Item2).All(static pair => pair.First.eq(pair.Second).logical_or(pair.First.isnan()).all().item<bool>()));
        });
    }

    private void CheckReductions(IGanObjective objective, ScalarType type, double tolerance, nn.Reduction kind)
    {
        foreach (var (what, hasWeights, hasMask) in new[] { ("plain", false, false), ("weights", true, false), ("mask", false, true), ("weights and mask", true, true) })
        {
            var name = $"{objective.Info.Name} {type} {kind}, {what}";
            findings.Try(name, () =>
            {
                var (real, fake) = Logits(type, s_shapes[1], isWide: false);
                var (weights, mask) = (rand(s_shapes[1][0], 1), rand(s_shapes[1]).gt(0.25));
                LossReduction Reduction(Func<Tensor, Tensor> place) => new(kind) { Weights = hasWeights ? place(weights) : null, Mask = hasMask ? mask.to(place(weights).device) : null };
                var right = Reduced(With(objective, LossPath.Composed), real.to(float64), fake.to(float64), Reduction(static weight => weight.to(float64)));
                var results = Reduced(objective, Unaligned(real), Unaligned(fake), Reduction(static weight => weight.to(BenchmarkDevice.Current)));
                for (var i = 0; i < right.Length; i++)
                    findings.Compare($"{type} {kind} {what}: {(i == 0 ? "value" : "gradient")}", name, right[i], results[i], tolerance);
            });
        }
    }

    private static Tensor[] Graph(IGanObjective objective, Player player, Tensor realLogits, Tensor fakeLogits)
    {
        var (real, fake) = (realLogits.detach().requires_grad_(true), fakeLogits.detach().requires_grad_(true));
        var loss = player == Player.Discriminator ? objective.DiscriminatorLoss(real, fake) : objective.GeneratorLoss(real, fake);
        // A factor, as a step's sum over discriminators has.
        loss.mul(3).backward();
        return [loss.detach(), (real.grad ?? zeros_like(real)).div(3), fake.grad!.div(3)];
    }

    private static Tensor[] Direct(IGanObjective objective, Player player, Tensor real, Tensor fake)
    {
        using var gradients = new LogitGradients();
        // Once more, into memory that is kept.
        for (var i = 0; i < 2; i++)
        {
            if (player == Player.Discriminator)
                objective.DiscriminatorGradients(real, fake, gradients);
            else
                objective.GeneratorGradients(real, fake, gradients);
        }

        return [tensor(gradients.Loss, float64), gradients.Real?.clone() ?? zeros_like(real), gradients.Fake!.clone()];
    }

    private static Tensor[] Reduced(IGanObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction reduction)
    {
        var (real, fake) = (realLogits.detach().requires_grad_(true), fakeLogits.detach().requires_grad_(true));
        var loss = objective.DiscriminatorLoss(real, fake, reduction);
        loss.sum().backward();
        return [loss.detach(), real.grad!, fake.grad!];
    }

    private static (Tensor Real, Tensor Fake) Logits(ScalarType type, long[] shape, bool isWide)
    {
        manual_seed(7);
        var (real, fake) = (randn(shape, dtype: float64).mul(isWide ? 4 : 1), randn(shape, dtype: float64).mul(isWide ? 4 : 1));
        return (real.to(type), fake.to(type));
    }

    /// <summary>A copy on the device, one element behind where memory begins.</summary>
    private static Tensor Unaligned(Tensor logits) => cat([zeros(1, dtype: logits.dtype), logits.flatten()]).to(BenchmarkDevice.Current).narrow(0, 1, logits.numel()).view(logits.shape);

    private static IGanObjective With(IGanObjective objective, LossPath path)
    {
        var other = (IGanObjective)Activator.CreateInstance(objective.GetType())!;
        objective.GetType().GetProperty(nameof(LossPath))!.SetValue(other, path);
        return other;
    }
}
