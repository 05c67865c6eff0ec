using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The hyperbolic sine.</summary>
internal sealed class Sinh : Shorthand
{
    public override string Name => "sinh";

    public override string MathName => "Sinh";

    public override Expr Definition(IReadOnlyList<Expr> x) => (Functions.Expm1.Of(x[0]) - Functions.Expm1.Of(-x[0])) / 2;
}
