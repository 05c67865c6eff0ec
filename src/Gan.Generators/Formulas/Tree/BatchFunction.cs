using Gan.Generators.Formulas.BigFloats;

namespace Gan.Generators.Formulas.Tree;

/// <summary>Whose logits a statistic is of.</summary>
internal enum BatchSide
{
    Real,
    Fake,
}

/// <summary>A function of a whole batch, such as its mean, and everything the compiler knows of it. A new one is a class beside the others, and a line in the table.</summary>
internal abstract class BatchFunction : IEquatable<BatchFunction>
{
    public abstract string Name { get; }

    /// <summary>The member of the runtime's StatisticKind that computes it.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is of numbers e₁…eₙ, for the documentation.</summary>
    public abstract string Definition { get; }

    /// <summary>Its derivative in eᵢ, for the documentation.</summary>
    public abstract string Gradient { get; }

    /// <summary>Its operator in LaTeX, which takes the batch as an index.</summary>
    public virtual string Latex => $@"\operatorname{{{Name}}}";

    /// <summary>The value by its textbook definition, in big floats; null where there is none. No element is unknown.</summary>
    public abstract Ball? Exact(BallMath math, IReadOnlyList<Ball> elements);

    /// <summary>The value of n equal elements.</summary>
    public virtual Expr OfEqual(Expr element, Expr n) => element;

    public bool Equals(BatchFunction? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}
