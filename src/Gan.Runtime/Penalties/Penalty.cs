using Gan.Dsl;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a penalty that is added to the loss of a player: <see cref="Weight"/> times an expectation, at every step or at every n-th step.</summary>
public abstract class Penalty
{
    private protected Penalty(string name, double weight)
    {
        Name = name;
        Weight = weight;
    }

    /// <summary>A penalty of a user's class, which has its name.</summary>
    private protected Penalty(double weight)
    {
        // Reflection ends the name of a generic class with the number of its type arguments.
        var name = GetType().Name.Split('`')[0];
        Name = name.Length > nameof(Penalty).Length && name.EndsWith(nameof(Penalty), StringComparison.Ordinal) ? name[..^nameof(Penalty).Length] : name;
        Weight = weight;
    }

    /// <summary>Gets the name of the penalty, for logs.</summary>
    public string Name { get; }

    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. A weight of 0 disables the penalty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Weight { get; init => field = Ranges.NotNegative(value); }

    /// <summary>
    /// Gets or sets the interval n of lazy regularisation: the penalty is evaluated at the steps whose number is a multiple of n, and multiplied by n. At least 1. The default is 1.
    /// </summary>
    /// <remarks>Source: Karras et al. 2020 (arXiv 1912.04958).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Every { get; init => field = Ranges.AtLeastOne(value); } = 1;

    /// <summary>Gets the number of the first step that may evaluate the penalty. The default is 0.</summary>
    protected internal virtual int FirstStep => 0;

    /// <summary>Gets the state that the penalty carries from step to step, or <see langword="null"/> if it has none. The default is <see langword="null"/>.</summary>
    /// <remarks>
    /// If <see cref="PenaltyAttribute"/> declares the penalty, its class needs a property <c>State</c> of the state's type with an <c>init</c> accessor, which the objective sets to a state of the instance, and which this property returns.
    /// </remarks>
    protected internal virtual PenaltyState? Carried => null;

    /// <summary>What a penalty must be, whoever wrote it.</summary>
    private protected Tensor Scalar(Tensor? expectation) => expectation is { IsInvalid: false } && TensorChecks.IsFloatingPoint(expectation) && expectation.dim() == 0 ? expectation : throw new InvalidOperationException(
        $"The penalty {Name} must return a floating-point scalar, but it returned {(expectation is null ? "null" : TensorChecks.Describe(expectation))}.");

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
    /// Determines whether a step evaluates the penalty.
    /// </summary>
    /// <param name="step">The number of the training step, from 0.</param>
    /// <returns><see langword="true"/> if the weight is positive, the number is a multiple of <see cref="Every"/>, and the penalty has started; otherwise, <see langword="false"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public bool IsDue(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Weight > 0 && step >= FirstStep && step % Every == 0;
    }
}
