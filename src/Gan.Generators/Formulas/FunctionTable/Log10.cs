using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The logarithm to base 10.</summary>
internal sealed class Log10 : Shorthand
{
    public override string Name => "log10";

    public override string MathName => "Log10";

    public override Expr Definition(IReadOnlyList<Expr> x) => Functions.Log.Of(x[0]) / Functions.Log.Of(10);
}
