namespace Gan.Runtime;

/// <summary>Represents the state that a penalty carries from step to step. It belongs to one instance of an objective and is saved with its checkpoints.</summary>
/// <remarks>
/// <para>All states of one type are equal, so that objectives that differ only in their training are equal.</para>
/// <para>
/// Derive from this class to give a penalty of your own a state. The state is a list of numbers with names. An objective that declares the penalty constructs the state with
/// <see cref="PenaltyState(Func{CarriedNumbers}, Action{CarriedNumbers})"/>, so the class needs a public constructor with these two parameters. A step replaces the numbers by <see cref="Become"/>, best in <see cref="StepPass.WhenDone"/>.
/// </para>
/// </remarks>
public abstract class PenaltyState
{
    private readonly Func<CarriedNumbers> read;
    private readonly Action<CarriedNumbers> write;

    /// <summary>Initialises a new instance of the <see cref="PenaltyState"/> class that holds its numbers itself. All are 0 at first.</summary>
    protected PenaltyState()
    {
        CarriedNumbers own = default;
        (read, write) = (() => own, numbers => own = numbers);
    }

    /// <summary>Initialises a new instance of the <see cref="PenaltyState"/> class whose numbers an objective holds.</summary>
    /// <param name="read">A function that returns the numbers.</param>
    /// <param name="write">A function that replaces the numbers.</param>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    protected PenaltyState(Func<CarriedNumbers> read, Action<CarriedNumbers> write)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        (this.read, this.write) = (read, write);
    }

    /// <summary>Gets the names of the numbers, always the same ones in the same order.</summary>
    protected internal abstract IReadOnlyList<string> Names { get; }

    /// <summary>The numbers by name, always the same names in the same order.</summary>
    internal IEnumerable<KeyValuePair<string, double>> Values => Names.Select((name, index) => KeyValuePair.Create(name, Numbers[index]));

    /// <summary>Gets the numbers, in the order of <see cref="Names"/>.</summary>
    protected CarriedNumbers Numbers => read();

    /// <summary>Checks the numbers of a checkpoint before the state becomes them. The default implementation accepts all numbers.</summary>
    /// <param name="numbers">The numbers in the order of <see cref="Names"/>, all finite.</param>
    /// <exception cref="ArgumentException">A penalty cannot have this state.</exception>
    protected internal virtual void Check(IReadOnlyList<double> numbers)
    {
    }

    /// <summary>Replaces the numbers.</summary>
    /// <param name="numbers">The new numbers, in the order of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There are fewer or more numbers than names.</exception>
    public void Become(CarriedNumbers numbers) => write(numbers.Count == Names.Count || numbers.Count == 0 ? numbers
        : throw new ArgumentException($"There are {numbers.Count} numbers, but the state has {Names.Count}: {string.Join(", ", Names)}.", nameof(numbers)));

    /// <summary>Determines whether an object is a state of the same type.</summary>
    /// <param name="obj">The object to compare with.</param>
    /// <returns><see langword="true"/> if the object is a state of the same type; otherwise, <see langword="false"/>.</returns>
    public sealed override bool Equals(object? obj) => obj?.GetType() == GetType();

    /// <inheritdoc/>
    public sealed override int GetHashCode() => GetType().GetHashCode();
}
