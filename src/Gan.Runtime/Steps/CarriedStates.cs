using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>
/// Holds the values of an objective's states, and the statistics of the last step of the discriminator, from which the next values follow. It is a value type, so that a copy of a record has
/// values of its own.
/// </summary>
/// <remarks>All instances are equal, so that objectives that differ only in their training are equal, in a record too.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CarriedStates : IEquatable<CarriedStates>
{
    internal CarriedStates(CarriedNumbers values, CarriedNumbers statistics) => (Values, Statistics) = (values, statistics);

    /// <summary>The current values; none before the first change.</summary>
    internal CarriedNumbers Values { get; }

    /// <summary>The statistics of a step whose update is not part of the values yet; none if there is no such step.</summary>
    internal CarriedNumbers Statistics { get; }

    /// <summary>Returns <see langword="true"/>.</summary>
    public static bool operator ==(CarriedStates left, CarriedStates right) => left.Equals(right);

    /// <summary>Returns <see langword="false"/>.</summary>
    public static bool operator !=(CarriedStates left, CarriedStates right) => !left.Equals(right);

    /// <summary>Returns the current value of a state.</summary>
    /// <param name="index">The place of the state in the declaration, from 0.</param>
    /// <param name="initial">The value before the first change.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public double Value(int index, double initial) => Values.Count == 0 ? initial : Values[index];

    /// <summary>Returns <see langword="true"/>.</summary>
    public bool Equals(CarriedStates other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CarriedStates;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
