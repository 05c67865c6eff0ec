using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The logarithm to base 2.</summary>
internal sealed class Log2 : Shorthand
{
    public override string Name => "log2";

    public override string MathName => "Log2";

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Log.Of(x[0]) / Functions.Log.Of(2);
}
