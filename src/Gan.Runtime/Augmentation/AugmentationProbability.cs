using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Holds the probability p of an augmentation, and adapts it to how far the discriminator overfits.</summary>
/// <remarks>
/// <para><see cref="Update"/> takes the real logits of each step. The measure of overfitting is the mean of their signs, <c>r_t = E[sign(D(x))]</c>: 0 if D cannot tell real from
/// generated samples, and 1 if it is sure of all real ones. Every fourth step, by default, the method changes p by a fixed amount and starts a new mean:</para>
/// <code>
/// p := clamp(p + sign(r_t - target) * (logits since the last change) / samples, 0, 1)
/// </code>
/// <para>So p needs the given number of samples to go from 0 to 1. Without updates, p is constant. On a GPU, the numbers stay there until you read them.</para>
/// <para>One instance can serve several augmentations. Save <see cref="State"/> with a checkpoint.</para>
/// <para>Sources: Karras et al. 2020 (ADA, arXiv 2006.06676), section 3; Jiang et al. 2021 (APA, arXiv 2111.06849), section 3.2, with the same measure. Both change p every 4 steps towards a target of 0.6,
/// and need 500,000 samples for the whole range.</para>
/// </remarks>
public sealed class AugmentationProbability
{
    // Doubles count exactly up to here.
    private const double Countable = 1L << 53;

    private static readonly string[] s_names = ["Probability", "Signs", "Logits", "Steps"];

    private readonly double target;
    private readonly double samples;
    private readonly int every;

    // p, and the sum of the signs since p changed.
    private CarriedNumbers numbers;
    private long logits;
    private int steps;

    /// <summary>Initialises a new instance of the <see cref="AugmentationProbability"/> class.</summary>
    /// <param name="initial">The probability p at the start, from 0 to 1. The default is 0.</param>
    /// <param name="target">The target of r_t, from -1 to 1. The default is 0.6.</param>
    /// <param name="samples">The number of samples in which p can go from 0 to 1, finite and positive. The default is 500,000.</param>
    /// <param name="every">The number of steps between two changes of p, at least 1. The default is 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AugmentationProbability(double initial = 0, double target = 0.6, double samples = 500_000, int every = 4)
    {
        numbers = new CarriedNumbers(Ranges.Share(initial, nameof(initial)), 0);
        this.target = target is >= -1 and <= 1 ? target : throw new ArgumentOutOfRangeException(nameof(target), target, "The target must be from -1 to 1, as the mean of signs is.");
        this.samples = Ranges.PositiveNumber(samples, nameof(samples));
        this.every = Ranges.AtLeastOne(every, nameof(every));
    }

    /// <summary>Gets or sets the probability p, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1.</exception>
    public double Value
    {
        get => numbers[0];
        set => numbers = new(Ranges.Share(value), numbers[1]);
    }

    /// <summary>Gets the numbers to save with a checkpoint: p, and the signs, logits and steps since its last change.</summary>
    public IReadOnlyDictionary<string, double> State => new OrderedDictionary<string, double>(s_names.Zip([numbers[0], numbers[1], logits, steps], KeyValuePair.Create));

    /// <summary>Takes the real logits of a step into account and, at each n-th call, changes p.</summary>
    /// <param name="realLogits">The logits D(T(x)) of the real samples, of any shape, floating point and not empty. A logit that is NaN counts as 0.</param>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point.</exception>
    public void Update(Tensor realLogits)
    {
        TensorChecks.NotEmpty(realLogits, nameof(realLogits));
        TensorChecks.FloatingPoint(realLogits, nameof(realLogits));
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var probability = numbers.At(0, realLogits.device);
        var signs = numbers.At(1, realLogits.device).add(realLogits.gt(0).sum().sub(realLogits.lt(0).sum()));
        logits += realLogits.numel();
        if (++steps >= every)
        {
            probability = probability.add(signs.div(logits).sub(target).sign().mul(logits / samples)).clamp(0, 1);
            signs = signs.mul(0);
            (logits, steps) = (0, 0);
        }

        numbers = new(probability, signs);
    }

    /// <summary>Restores a saved <see cref="State"/>. If the method throws, the state does not change.</summary>
    /// <param name="state">The saved numbers.</param>
    /// <exception cref="ArgumentException">The state is null, lacks a number, or contains a number that is unknown or out of range.</exception>
    public void LoadState(IReadOnlyDictionary<string, double> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Keys.Except(s_names).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"The state has {unknown}, which the probability of an augmentation does not know.", nameof(state));
        var saved = Array.ConvertAll(s_names, name => state.TryGetValue(name, out var value) ? value : throw new ArgumentException($"The state lacks {name}.", nameof(state)));
        if (!(saved[0] is >= 0 and <= 1 && IsCount(saved[2]) && Math.Abs(saved[1]) <= saved[2] && IsCount(saved[3]) && saved[3] < every))
            throw new ArgumentException($"The state {string.Join(", ", s_names.Zip(saved, static (name, value) => $"{name} = {value:R}"))} is not one that steps lead to.", nameof(state));
        (numbers, logits, steps) = (new(saved[0], saved[1]), (long)saved[2], (int)saved[3]);
    }

    /// <summary>p on a device, without reading it.</summary>
    internal Tensor At(Device device) => numbers.At(0, device);

    private static bool IsCount(double number) => number >= 0 && number <= Countable && number == Math.Floor(number);
}
