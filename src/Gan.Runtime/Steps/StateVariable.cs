using System.ComponentModel;
using System.Globalization;

namespace Gan.Runtime;

/// <summary>Represents a state of an objective and how it changes. Generated code creates it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StateVariable
{
    private readonly double min;
    private readonly double max;
    private readonly Func<IReadOnlyList<double>, double> next;

    /// <summary>Initialises a new instance of the <see cref="StateVariable"/> class.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="initial">The value before the first change.</param>
    /// <param name="min">The smallest value.</param>
    /// <param name="max">The largest value.</param>
    /// <param name="next">A function that computes the next value from the statistics of a step, before it is clamped.</param>
    /// <exception cref="ArgumentNullException">The name or the function is null.</exception>
    public StateVariable(string name, double initial, double min, double max, Func<IReadOnlyList<double>, double> next)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(next);
        (Name, Initial, this.min, this.max, this.next) = (name, initial, min, max, next);
    }

    internal string Name { get; }

    internal double Initial { get; }

    /// <summary>The next value.</summary>
    /// <exception cref="InvalidOperationException">It is not finite.</exception>
    internal double Next(IReadOnlyList<double> statistics)
    {
        var value = Math.Min(Math.Max(next(statistics), min), max);
        return double.IsFinite(value) ? value
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The update of the state {Name} has the value {value}. A state must stay finite: give it a Min and a Max, or change its formula."));
    }

    /// <summary>A value of a checkpoint, if the state can have it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="parameter">The name of the caller's argument, for the message.</param>
    internal double Checked(double value, string parameter) => value >= min && value <= max && double.IsFinite(value) ? value
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Name} of the state is {value:R}, but must be finite and from {min} to {max}."), parameter);
}
