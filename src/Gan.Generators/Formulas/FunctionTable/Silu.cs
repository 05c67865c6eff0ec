using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>t·σ(t).</summary>
internal sealed class Silu : Shorthand
{
    public override string Name => "silu";

    public override string[] Aliases => ["swish"];

    public override Expr Definition(IReadOnlyList<Expr> x) => x[0] * Functions.Sigmoid.Of(x[0]);
}
