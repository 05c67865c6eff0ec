using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Penalties;

/// <summary>ProGAN's drift: the square of the real logits.</summary>
internal sealed record DriftPenalty(double Weight) : Penalty(Weight, Every: 1)
{
    public override string AttributeName => "Drift";

    public override EquatableArray<string> Points => new(["real"]);

    public override string Text => $"{FactorOfAll} E[D(x)²]";

    public override string Latex => $@"{FactorLatex}\,\mathbb{{E}}_x\left[D(x)^2\right]";

    protected override IEnumerable<string> OwnPapers => ["Karras, Aila, Laine and Lehtinen 2018, arXiv 1710.10196"];

    protected override Expr RealLogit => Functions.Square.Of(Expr.T);

    public override ClosedForm ClosedForm => ClosedForm.OfLogitLevels((real, _) => Weight * (real * real), (real, _) => Weight * (2 * (real * real)));

    public static Penalty Read(AttributeArguments arguments) => new DriftPenalty(arguments.Number(nameof(Weight), new DriftAttribute().Weight));
}
