using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

/// <summary>A total order on formulas, the same in every process: parameters, t, functions of t, conditionals; numbers last.</summary>
internal sealed class ExprOrder : IComparer<Expr>
{
    public static readonly ExprOrder Instance = new();

    public int Compare(Expr x, Expr y)
    {
        Work.Count(1);
        if (x.Equals(y)) return 0;
        var order = Rank(x).CompareTo(Rank(y));
        if (order == 0) order = Detail(x, y);
        if (order != 0) return order;

        var (a, b) = (x.Children, y.Children);
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            order = Compare(a[i], b[i]);
            if (order != 0) return order;
        }

        return a.Count.CompareTo(b.Count);
    }

    private static int Rank(Expr e) => e switch
    {
        Parameter => 0,
        Logit => 2,
        Product => 3,
        Quotient => 4,
        Sum => 5,
        Call => 6,
        Conditional => 7,
        _ => 9,
    };

    private static int Detail(Expr x, Expr y) => (x, y) switch
    {
        (Constant a, Constant b) => a.Value.CompareTo(b.Value),
        (Parameter a, Parameter b) => string.CompareOrdinal(a.Name, b.Name),
        (Call a, Call b) => string.CompareOrdinal(a.Function.Name, b.Function.Name),
        (Conditional a, Conditional b) => a.Comparison.CompareTo(b.Comparison),
        _ => 0,
    };
}
