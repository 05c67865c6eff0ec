using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The hyperbolic cosine.</summary>
internal sealed class Cosh : Shorthand
{
    public override string Name => "cosh";

    public override string MathName => "Cosh";

    public override Expr Definition(IReadOnlyList<Expr> x) => (Functions.Exp.Of(x[0]) + Functions.Exp.Of(-x[0])) / 2;
}
