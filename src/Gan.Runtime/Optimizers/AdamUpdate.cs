using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Optimizers;

/// <summary>
/// The numbers of one step of Adam, the same for every element of a parameter p with gradient g:
/// <c>g = g + L2 * p; p = p - Decay * p; m = Beta1 * m + MeanWeight * g; v = Beta2 * v + SquareWeight * g²; p = p - Rate * m / (sqrt(v) + Epsilon)</c>.
/// </summary>
/// <remarks>
/// The bias corrections <c>m / (1 - beta1^n)</c> and <c>v / (1 - beta2^n)</c> are in the last two: the root of the second is multiplied out of the
/// denominator, which leaves one division an element. To maximise is to negate g, which <see cref="MeanWeight"/> and <see cref="L2"/> do.
/// </remarks>
internal readonly record struct AdamUpdate(
    double Decay, double L2, double Beta1, double MeanWeight, double Beta2, double SquareWeight, double Rate, double Epsilon)
{
    /// <summary>The numbers of the n-th step.</summary>
    public static AdamUpdate At(long n, AdamGroup group)
    {
        var sign = group.Maximize ? -1 : 1;
        var root = Math.Sqrt(1 - Math.Pow(group.Beta2, n));
        return new(
            Decay: group.IsDecoupled ? group.LearningRate * group.WeightDecay : 0,
            L2: group.IsDecoupled ? 0 : sign * group.WeightDecay,
            group.Beta1,
            MeanWeight: sign * (1 - group.Beta1),
            group.Beta2,
            SquareWeight: 1 - group.Beta2,
            Rate: group.LearningRate * root / (1 - Math.Pow(group.Beta1, n)),
            Epsilon: group.Epsilon * root);
    }

    /// <summary>The update by tensor operations, for whatever the kernel does not read. To be called without a graph, in a dispose scope.</summary>
    /// <param name="parameter">The parameter: a half type is updated in float32 and rounded once.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="mean">m, at least float32.</param>
    /// <param name="square">v, at least float32.</param>
    public void Apply(Tensor parameter, Tensor gradient, Tensor mean, Tensor square)
    {
        var p = Precision.AtLeastFloat32(parameter);
        var g = Precision.AtLeastFloat32(gradient);
        if (L2 != 0)
            g = g.add(p, alpha: L2);
        // Not p * (1 - Decay): that factor rounds the same way at every step, and the error adds up.
        if (Decay != 0)
            p.add_(p, alpha: -Decay);
        mean.mul_(Beta1).add_(g, alpha: MeanWeight);
        square.mul_(Beta2).addcmul_(g, g, value: SquareWeight);
        p.addcdiv_(mean, square.sqrt().add_(Epsilon), value: -Rate);
        if (!ReferenceEquals(p, parameter))
            parameter.copy_(p);
    }
}
