using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

// Arithmetic on trees for code that builds formulas: neutral elements go at once, all else is left to the simplifier.
internal abstract partial record Expr
{
    public static readonly Expr Zero = new Constant(0);
    public static readonly Expr One = new Constant(1);
    public static readonly Expr T = new Logit();

    /// <summary>The number; −0 becomes 0.</summary>
    public static implicit operator Expr(double value) => new Constant(value + 0.0);

    public static Expr operator +(Expr left, Expr right) => (left, right) switch
    {
        (Constant { Value: 0 }, _) => right,
        (_, Constant { Value: 0 }) => left,
        (Constant a, Constant b) => a.Value + b.Value,
        (Sum a, _) => new Sum(new([.. a.Terms, right])),
        _ => new Sum(new([left, right])),
    };

    public static Expr operator -(Expr left, Expr right) => left + -right;

    public static Expr operator -(Expr value) => value is Constant c ? -c.Value : -1.0 * value;

    public static Expr operator *(Expr left, Expr right) => (left, right) switch
    {
        (Constant { Value: 0 }, _) or (_, Constant { Value: 1 }) => left,
        (_, Constant { Value: 0 }) or (Constant { Value: 1 }, _) => right,
        (Constant a, Constant b) => a.Value * b.Value,
        (Product a, _) => new Product(new([.. a.Factors, right])),
        _ => new Product(new([left, right])),
    };

    public static Expr operator /(Expr left, Expr right) => (left, right) switch
    {
        (Constant { Value: 0 }, _) or (_, Constant { Value: 1 }) => left,
        _ => new Quotient(left, right),
    };

    /// <summary>A conditional, unless both sides are one.</summary>
    public static Expr If(Comparison comparison, Expr left, Expr right, Expr then, Expr otherwise)
        => then.Equals(otherwise) ? then : new Conditional(comparison, left, right, then, otherwise);

    /// <summary>The same node over other children.</summary>
    public Expr WithChildren(EquatableArray<Expr> children) => this switch
    {
        Sum => new Sum(children),
        Product => new Product(children),
        Quotient => new Quotient(children[0], children[1]),
        Call call => new Call(call.Function, children),
        Conditional c => new Conditional(c.Comparison, children[0], children[1], children[2], children[3]),
        _ => this,
    };

    /// <summary>The formula with <paramref name="replacement"/> in place of t.</summary>
    public Expr ReplaceLogit(Expr replacement) => Replace(node => node is Logit ? replacement : null);

    /// <summary>The formula with expressions in place of parameters; a parameter that is not in the map stays.</summary>
    public Expr ReplaceParameters(IReadOnlyDictionary<string, Expr> values) => Replace(node => ValueOf(node, values));

    /// <summary>The formula with expressions in place of t and of parameters, all at once: what is put in stays as it is.</summary>
    public Expr Substitute(Expr logit, IReadOnlyDictionary<string, Expr> parameters) => Replace(node => node switch
    {
        Logit => logit,
        _ => ValueOf(node, parameters),
    });

    /// <summary>The formula with other formulas in the place of its statistics. Those within a statistic's element stay.</summary>
    public Expr ReplaceStatistics(Func<Statistic, Expr> replacement) => HasStatistic ? Replace(node => node is Statistic statistic ? replacement(statistic) : null) : this;

    /// <summary>The statistics that the formula reads, each once, in the order of first use; those within their elements are left out.</summary>
    public IReadOnlyList<Statistic> Statistics() => HasStatistic ? [.. Nodes().OfType<Statistic>().Distinct()] : [];

    /// <summary>Every parameter's name, each once, in the order of first use.</summary>
    public IReadOnlyList<string> ParameterNames()
    {
        var names = new List<string>();
        foreach (var node in Nodes())
        {
            if (node is Parameter p && !names.Contains(p.Name)) names.Add(p.Name);
        }

        return names;
    }

    /// <summary>The node itself and all below it, parents first.</summary>
    public IEnumerable<Expr> Nodes()
    {
        var pending = new Stack<Expr>();
        pending.Push(this);
        while (pending.Count > 0)
        {
            Work.Count(1);
            var node = pending.Pop();
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--) pending.Push(node.Children[i]);
        }
    }

    /// <summary>Whether a node, this one or one below it, has a property.</summary>
    public bool Has(Func<Expr, bool> property)
    {
        Work.Count(1);
        if (property(this)) return true;
        foreach (var child in Children)
        {
            if (child.Has(property)) return true;
        }

        return false;
    }

    /// <summary>What stands for a parameter; within a statistic too.</summary>
    private static Expr? ValueOf(Expr node, IReadOnlyDictionary<string, Expr> values) => node switch
    {
        Parameter p when values.TryGetValue(p.Name, out var value) => value,
        Statistic s => s.Of(s.Element.ReplaceParameters(values)),
        _ => null,
    };

    private Expr Replace(Func<Expr, Expr?> replacement)
    {
        Work.Count(1);
        if (replacement(this) is { } replaced) return replaced;
        var children = Children;
        var changed = false;
        var copies = new Expr[children.Count];
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = children[i].Replace(replacement);
            changed |= !ReferenceEquals(copies[i], children[i]);
        }

        return changed ? WithChildren(new(copies)) : this;
    }
}
