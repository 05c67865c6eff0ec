using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Holds the step that the schedules of an objective are at. It is a value type, so that a copy of a record has a step of its own.</summary>
/// <remarks>All instances are equal, so that objectives that differ only in their training are equal, in a record too.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CurrentStep : IEquatable<CurrentStep>
{
    private CurrentStep(long value) => Value = value;

    /// <summary>Gets the number of the step, from 0.</summary>
    public long Value { get; }

    /// <summary>Returns <see langword="true"/>.</summary>
    public static bool operator ==(CurrentStep left, CurrentStep right) => left.Equals(right);

    /// <summary>Returns <see langword="false"/>.</summary>
    public static bool operator !=(CurrentStep left, CurrentStep right) => !left.Equals(right);

    /// <summary>Returns a step.</summary>
    /// <param name="step">The number of the step, from 0.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static CurrentStep At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return new(step);
    }

    /// <summary>Returns <see langword="true"/>.</summary>
    public bool Equals(CurrentStep other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CurrentStep;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
