using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>
/// The numbers of a penalty's state, as an objective holds them. They are a value, so that a copy of a record has numbers of its own from then on.
/// </summary>
/// <remarks>All are equal: an objective is its type and its options, not how far it has been trained, in a record too.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CarriedNumbers : IEquatable<CarriedNumbers>
{
    // Never written to: whoever moves the numbers makes new ones.
    private readonly double[]? numbers;

    internal CarriedNumbers(params double[] numbers) => this.numbers = numbers;

    /// <summary>The number at a place; 0 before the first step.</summary>
    internal double this[int index] => numbers is null ? 0 : numbers[index];

    /// <summary>Always.</summary>
    public static bool operator ==(CarriedNumbers left, CarriedNumbers right) => left.Equals(right);

    /// <summary>Never.</summary>
    public static bool operator !=(CarriedNumbers left, CarriedNumbers right) => !left.Equals(right);

    /// <summary>Always.</summary>
    public bool Equals(CarriedNumbers other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CarriedNumbers;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
