namespace Gan.Runtime;

/// <summary>The numbers a penalty carries from step to step. They belong to one instance of an objective, and to its checkpoints.</summary>
/// <remarks>An objective is its type and its options, not how far it has been trained: all states of a type are equal, so that they do not tell objectives apart.</remarks>
public abstract class PenaltyState
{
    /// <summary>The numbers by name, always the same names in the same order.</summary>
    internal abstract IReadOnlyList<KeyValuePair<string, double>> Values { get; }

    /// <summary>Checks numbers in the order of <see cref="Values"/>, all finite.</summary>
    /// <returns>What takes them over.</returns>
    /// <exception cref="ArgumentException">They are no state that a penalty can be in.</exception>
    internal abstract Action Loading(IReadOnlyList<double> values);

    /// <summary>Whether the other is a state of this type.</summary>
    public sealed override bool Equals(object? obj) => obj?.GetType() == GetType();

    /// <inheritdoc/>
    public sealed override int GetHashCode() => GetType().GetHashCode();
}
