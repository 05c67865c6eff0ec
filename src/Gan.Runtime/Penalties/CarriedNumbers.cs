using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Holds the numbers of a penalty's state in an objective. It is a value type, so that a copy of a record has numbers of its own.
/// </summary>
/// <remarks>All instances are equal, so that objectives that differ only in their training are equal, in a record too.</remarks>
public readonly struct CarriedNumbers : IEquatable<CarriedNumbers>
{
    // Never written to: whoever moves the numbers makes new ones.
    private readonly double[]? numbers;

    // The same, where they have been computed on a GPU and nobody has asked for them. A copy of a record has them too, so that the garbage collector frees them.
    private readonly DeviceNumber[]? onDevice;

    /// <summary>Initialises a new instance of the <see cref="CarriedNumbers"/> structure.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public CarriedNumbers(params double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        this.numbers = [.. numbers];
    }

    /// <summary>Numbers that a step has computed, each a scalar; they are detached from its dispose scope.</summary>
    internal CarriedNumbers(params Tensor[] numbers) => onDevice = Array.ConvertAll(numbers, static number => new DeviceNumber(number.DetachFromDisposeScope()));

    /// <summary>How many there are; 0 before the first step.</summary>
    internal int Count => onDevice?.Length ?? numbers?.Length ?? 0;

    /// <summary>Gets the number at a place, or 0 before the first step.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public double this[int index] => index < 0 || (Count > 0 && index >= Count) ? throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} numbers.") : onDevice?[index].Value ?? numbers?[index] ?? 0;

    /// <summary>A tensor less the number at a place.</summary>
    internal Tensor SubtractedFrom(Tensor tensor, int index) => onDevice?[index].Unread is { } unread ? tensor.sub(unread) : tensor.sub(this[index]);

    /// <summary>A tensor plus the number at a place.</summary>
    internal Tensor AddedTo(Tensor tensor, int index) => onDevice?[index].Unread is { } unread ? tensor.add(unread) : tensor.add(this[index]);

    /// <summary>The number as a scalar of float64 on a device.</summary>
    internal Tensor At(int index, Device device) =>
        onDevice?[index].Unread is { } unread ? unread.to(device) : full([], this[index], dtype: ScalarType.Float64, device: device);

    /// <summary>Determines whether two instances are equal, as all are.</summary>
    /// <param name="left">The numbers to compare.</param>
    /// <param name="right">The numbers to compare with.</param>
    /// <returns><see langword="true"/>, whatever the numbers.</returns>
    public static bool operator ==(CarriedNumbers left, CarriedNumbers right) => left.Equals(right);

    /// <summary>Determines whether two instances differ, as none do.</summary>
    /// <param name="left">The numbers to compare.</param>
    /// <param name="right">The numbers to compare with.</param>
    /// <returns><see langword="false"/>, whatever the numbers.</returns>
    public static bool operator !=(CarriedNumbers left, CarriedNumbers right) => !left.Equals(right);

    /// <summary>Determines whether other numbers are equal to these, as all are.</summary>
    /// <param name="other">The numbers to compare with.</param>
    /// <returns><see langword="true"/>, whatever the numbers.</returns>
    public bool Equals(CarriedNumbers other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CarriedNumbers;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
