using CsCheck;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Tests.Formulas;

/// <summary>Random formulas in t and the parameters m and s.</summary>
internal static class RandomFormula
{
    public static readonly string[] Parameters = ["m", "s"];

    public static readonly Dictionary<string, double> Values = new() { ["m"] = 0.75, ["s"] = -1.25 };

    private static readonly Gen<Expr> Leaf = Gen.Frequency(
        (4, Gen.Const(Expr.T)),
        (1, Gen.OneOfConst<Expr>(new Parameter("m"), new Parameter("s"))),
        (2, Gen.OneOfConst(-3, -2, -1, -0.5, 0, 0.3, 0.5, 1, 2, 3, 10.0).Select(value => (Expr)new Constant(value))));

    private static readonly Function[] Partial = [.. OfOne.Where(static f => f.Singularity([Expr.T]) is not null)];

    private static readonly Function[] Total = [.. OfOne.Except(Partial)];

    /// <summary>Every function and operator; may be undefined for some t.</summary>
    public static readonly Gen<Expr> Any = OfDepth(4, [.. Total, .. Partial], quotients: true);

    /// <summary>Defined and continuous for every t.</summary>
    public static readonly Gen<Expr> Everywhere = OfDepth(4, [.. Total.Where(static f => f is not SwitchFunction { Jumps: true })], quotients: false);

    /// <summary>Smooth for every t.</summary>
    public static readonly Gen<Expr> Smooth = OfDepth(3,
        [.. Total.Where(static f => f is not SwitchFunction)],
        quotients: false, kinks: false);

    /// <summary>Those of one argument: a new one is in all of these from the day it is in the table.</summary>
    private static IEnumerable<Function> OfOne => Functions.All.Where(static f => f.Arity == 1 && !f.IsShorthand);

    private static Gen<Expr> OfDepth(int depth, Function[] functions, bool quotients, bool kinks = true)
    {
        if (depth == 0) return Leaf;
        var inner = OfDepth(depth - 1, functions, quotients, kinks);
        var cases = new List<(int, Gen<Expr>)>
        {
            (2, Leaf),
            (3, inner.Array[2, 3].Select(terms => (Expr)new Sum(new(terms)))),
            (3, inner.Array[2, 3].Select(factors => (Expr)new Product(new(factors)))),
            (5, Gen.OneOfConst(functions).Select(inner, (f, x) => f.Of(x))),
        };
        if (kinks)
        {
            cases.Add((1, Gen.OneOfConst(Functions.Max, Functions.Min).Select(inner, inner, (f, a, b) => f.Of(a, b))));
            cases.Add((1, inner.Select(x => Functions.LeakyRelu.Of(x, 0.2))));
            cases.Add((1, inner.Select(x => Functions.Elu.Of(x, 0.5))));
        }

        if (quotients)
        {
            cases.Add((2, inner.Select(inner, (a, b) => (Expr)new Quotient(a, b))));
            cases.Add((1, Gen.OneOfConst(-2, -1, 0.5, 2, 3.0).Select(inner, (p, x) => Functions.Pow.Of(x, p))));
            cases.Add((1, Gen.Enum<Comparison>().Select(inner, inner, inner, inner, (c, a, b, x, y) => (Expr)new Conditional(c, a, b, x, y))));
        }

        return Gen.Frequency([.. cases]);
    }
}
