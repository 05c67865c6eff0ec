using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>linear(t, from, to, length): from one value to another, which it keeps. Both are met exactly.</summary>
internal sealed class Linear : Shorthand
{
    public override string Name => "linear";

    public override int Arity => 4;

    public override Expr Definition(IReadOnlyList<Expr> x) => Between(x[1], x[2], Progress(x));

    /// <summary>The share of the way that is done, from 0 to 1.</summary>
    public static Expr Progress(IReadOnlyList<Expr> x) => Functions.Min.Of(Functions.Max.Of(x[0] / x[3], 0), 1);

    /// <summary>from at 0 and to at 1.</summary>
    public static Expr Between(Expr from, Expr to, Expr share) => (from * (1 - share)) + (to * share);
}
