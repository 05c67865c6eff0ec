using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>t / (1 + |t|).</summary>
internal sealed class Softsign : Shorthand
{
    public override string Name => "softsign";

    public override Expr Definition(IReadOnlyList<Expr> x) => x[0] / (1 + Functions.Abs.Of(x[0]));
}
