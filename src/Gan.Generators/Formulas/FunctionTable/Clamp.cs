using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>clamp(t, low, high).</summary>
internal sealed class Clamp : Shorthand
{
    public override string Name => "clamp";

    public override string MathName => "Clamp";

    public override int Arity => 3;

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Min.Of(Functions.Max.Of(x[0], x[1]), x[2]);
}
