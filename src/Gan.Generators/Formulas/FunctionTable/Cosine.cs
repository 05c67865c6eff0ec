using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>cosine(t, from, to, length): from one value to another along half a period of a cosine (Loshchilov and Hutter 2016, arXiv 1608.03983).</summary>
internal sealed class Cosine : Shorthand
{
    public override string Name => "cosine";

    public override int Arity => 4;

    public override Expr Definition(IReadOnlyList<Expr> x) => Linear.Between(x[1], x[2], (1 - Functions.Cos.Of(Math.PI * Linear.Progress(x))) / 2);
}
