using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

/// <summary>
/// A formula of one logit t over the real numbers. The set of cases is closed: <see cref="Constant"/>, <see cref="Logit"/>,
/// <see cref="Parameter"/> and the <see cref="Statistic"/>s among them, <see cref="Sum"/>, <see cref="Product"/>, <see cref="Quotient"/>, <see cref="Call"/>, <see cref="Conditional"/>.
/// A negation is a product with the constant −1, a difference a sum with a negated term.
/// </summary>
internal abstract partial record Expr
{
    // Part of the equality too: two different trees are told apart here without walking them.
    private readonly int _hash;

    /// <param name="hidden">A formula within the node that is not of this logit.</param>
    private protected Expr(int seed, EquatableArray<Expr> children, Expr? hidden = null)
    {
        Work.Count(1 + children.Count);
        Children = children;
        IsCanonical = children.Count == 0;
        _hash = seed;
        var size = 1L + (hidden?.Size ?? 0);
        Depth = hidden?.Depth ?? 0;
        foreach (var child in children)
        {
            _hash = unchecked((_hash * 31) + child._hash);
            size += child.Size;
            Depth = Math.Max(Depth, child.Depth);
            HasLogit |= child.HasLogit;
            HasStatistic |= child.HasStatistic;
        }

        Depth++;
        Size = (int)Math.Min(size, int.MaxValue);
        HasLogit |= this is Logit;
        HasStatistic |= this is Statistic;
    }

    /// <summary>The nodes directly below this one, in a fixed order.</summary>
    public EquatableArray<Expr> Children { get; }

    /// <summary>Whether the simplifier is known to leave the formula as it is: remembered, for most formulas come by it many times.</summary>
    public bool IsCanonical { get; set; }

    /// <summary>The derivative, once it was asked for: whoever writes a loss asks many times.</summary>
    public Expr? Slope { get; set; }

    /// <summary>How many nodes the tree has; saturates.</summary>
    public int Size { get; }

    /// <summary>How many nodes lie on the longest path down.</summary>
    public int Depth { get; }

    /// <summary>Whether t occurs.</summary>
    public bool HasLogit { get; }

    /// <summary>Whether a statistic of a batch occurs.</summary>
    public bool HasStatistic { get; }

    /// <summary>The cases compare what they hold; children are among that.</summary>
    public virtual bool Equals(Expr? other)
        => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Size == other.Size && EqualityContract == other.EqualityContract);

    public override int GetHashCode() => _hash;

    public sealed override string ToString() => TextPrinter.Print(this);
}

internal sealed record Constant(double Value) : Expr(Value.GetHashCode(), default)
{
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The variable t: the discriminator's output for one sample.</summary>
internal sealed record Logit() : Expr('t', default)
{
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A number that is the same for each logit: a hyperparameter, by the name it has in the formula, or a <see cref="Statistic"/>.</summary>
internal record Parameter : Expr
{
    public Parameter(string name)
        : this(name, null)
    {
    }

    private protected Parameter(string name, Expr? hidden)
        : base(StringComparer.Ordinal.GetHashCode(name), default, hidden) => Name = name;

    public string Name { get; }

    public override int GetHashCode() => base.GetHashCode();
}

internal sealed record Sum(EquatableArray<Expr> Terms) : Expr(1, Terms)
{
    public override int GetHashCode() => base.GetHashCode();
}

internal sealed record Product(EquatableArray<Expr> Factors) : Expr(2, Factors)
{
    public override int GetHashCode() => base.GetHashCode();
}

internal sealed record Quotient(Expr Numerator, Expr Denominator) : Expr(3, new([Numerator, Denominator]))
{
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A function of the table, with all its arguments (defaults filled in).</summary>
internal sealed record Call(Function Function, EquatableArray<Expr> Arguments) : Expr(Function.GetHashCode(), Arguments)
{
    public Expr Argument => Arguments[0];

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>Then where the comparison holds, Else where it does not.</summary>
internal sealed record Conditional(Comparison Comparison, Expr Left, Expr Right, Expr Then, Expr Else)
    : Expr(4 + (int)Comparison, new([Left, Right, Then, Else]))
{
    public override int GetHashCode() => base.GetHashCode();
}
