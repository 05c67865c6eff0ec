namespace Gan.Runtime;

/// <summary>Represents the state that a penalty carries from step to step. It belongs to one instance of an objective and is saved with its checkpoints.</summary>
/// <remarks>All states of one type are equal, so that objectives that differ only in their training are equal.</remarks>
public abstract class PenaltyState
{
    private readonly Func<CarriedNumbers> read;
    private readonly Action<CarriedNumbers> write;

    /// <summary>A state that holds its numbers itself.</summary>
    private protected PenaltyState()
    {
        CarriedNumbers own = default;
        (read, write) = (() => own, numbers => own = numbers);
    }

    /// <summary>A view of numbers that an objective holds.</summary>
    private protected PenaltyState(Func<CarriedNumbers> read, Action<CarriedNumbers> write)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        (this.read, this.write) = (read, write);
    }

    /// <summary>The names of the numbers.</summary>
    internal abstract IReadOnlyList<string> Names { get; }

    /// <summary>The numbers by name, always the same names in the same order.</summary>
    internal IEnumerable<KeyValuePair<string, double>> Values => Names.Select((name, index) => KeyValuePair.Create(name, Numbers[index]));

    private protected CarriedNumbers Numbers => read();

    /// <summary>Refuses numbers that a penalty cannot have come to.</summary>
    /// <param name="numbers">In the order of <see cref="Names"/>, all finite.</param>
    /// <exception cref="ArgumentException">They are no state that a penalty can be in.</exception>
    internal abstract void Check(IReadOnlyList<double> numbers);

    /// <summary>Takes numbers over.</summary>
    internal void Become(CarriedNumbers numbers) => write(numbers);

    /// <summary>Determines whether an object is a state of the same type.</summary>
    /// <param name="obj">The object to compare with.</param>
    /// <returns><see langword="true"/> if the object is a state of the same type; otherwise, <see langword="false"/>.</returns>
    public sealed override bool Equals(object? obj) => obj?.GetType() == GetType();

    /// <inheritdoc/>
    public sealed override int GetHashCode() => GetType().GetHashCode();
}
