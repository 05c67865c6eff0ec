using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>exponential(t, from, to, length): from one positive value to another by the same factor at each step.</summary>
internal sealed class Exponential : Shorthand
{
    public override string Name => "exponential";

    public override int Arity => 4;

    public override Expr Definition(IReadOnlyList<Expr> x) => x[1] * Functions.Pow.Of(x[2] / x[1], Linear.Progress(x));
}
