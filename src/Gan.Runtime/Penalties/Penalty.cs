using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>A term added to one player's loss: <c>Weight</c> times an expectation, at each step or at each n-th.</summary>
public abstract class Penalty
{
    private protected Penalty(string name, double weight)
    {
        Name = name;
        Weight = weight;
    }

    /// <summary>The penalty's name, as in logs.</summary>
    public string Name { get; }

    /// <summary>The factor of exactly the expectation in the penalty's formula. Finite, not negative; 0 leaves the term out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Weight { get; init => field = Ranges.NotNegative(value); }

    /// <summary>
    /// n: a step evaluates the penalty only when its number is a multiple of n, and multiplies it by n
    /// (lazy regularisation, Karras 2020, arXiv 1912.04958). At least 1; default 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Every { get; init => field = Ranges.AtLeastOne(value); } = 1;

    /// <summary>The first step that may evaluate it.</summary>
    internal virtual int FirstStep => 0;

    /// <summary>What it carries from step to step; null for a penalty that carries nothing.</summary>
    internal virtual PenaltyState? Carried => null;

    /// <summary>A plain zero, on the device of the samples.</summary>
    internal static Tensor Nothing(params ReadOnlySpan<Tensor?> samples)
    {
        foreach (var batch in samples)
        {
            if (batch is { IsInvalid: false })
                return zeros([], device: batch.device);
        }

        return zeros([]);
    }

    /// <summary>
    /// Whether a step with this number evaluates the penalty: the weight is positive, the number is a multiple of <see cref="Every"/>, and the penalty
    /// has started, where it starts late.
    /// </summary>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public bool IsDue(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Weight > 0 && step >= FirstStep && step % Every == 0;
    }
}
