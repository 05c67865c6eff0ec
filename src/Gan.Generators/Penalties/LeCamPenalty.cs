using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Penalties;

/// <summary>LeCam's regularisation: how far the logits of each side are beyond the moving average of the other's.</summary>
internal sealed record LeCamPenalty(double Weight, double Decay, int Start) : Penalty(Weight, Every: 1)
{
    public override string AttributeName => "LeCam";

    public override EquatableArray<string> Points => new(["real", "fake"]);

    public override string StateType => "LogitAverages";

    public override IEnumerable<PenaltyOption> Options =>
    [
        PenaltyOption.Decay(AttributeName, Decay, Decay > 0 && Decay < 1, "above 0 and below 1"),
        new(nameof(Start), Start, Start < 0 ? new(PenaltyMistakeKind.Start, nameof(Start), AttributeName, Numbers.Text(Start)) : null),
    ];

    public override string Text
        => $"{FactorOfAll} (E max(0, D(x) − a_F)² + E max(0, a_R − D(G(z)))²), a_R and a_F averages of the logits with decay {Numbers.Text(Decay)}{(Start == 0 ? "" : $", from step {Numbers.Text(Start)}")}";

    public override string Latex
        => $@"{FactorLatex}\left(\mathbb{{E}}_x\max\left(0, D(x) - a_F\right)^2 + \mathbb{{E}}_z\max\left(0, a_R - D(G(z))\right)^2\right)";

    protected override IEnumerable<string> OwnPapers => ["Tseng et al. 2021, arXiv 2104.03310"];

    // The averages stand at 0 here: where they stand moves the parabolas, and changes nothing of what has a bound.
    protected override Expr RealLogit => Functions.Square.Of(Functions.Relu.Of(Expr.T));

    protected override Expr FakeLogit => Functions.Square.Of(Functions.Relu.Of(-Expr.T));

    /// <summary>At the first step the averages are the logits themselves, but stay where they are while D is scaled: w·2(r − f)², whose slope 2w(r − f)r − 2w(r − f)f is as much.</summary>
    public override ClosedForm ClosedForm => ClosedForm.OfLogitLevels(AtFirstStep, AtFirstStep);

    /// <summary>The averages are numbers, which move with D's parameters from one difference to the next but carry no gradient: it has no second order to compare.</summary>
    public override IEnumerable<(string Name, string Check)> Facts => base.Facts.Where(static fact => fact.Check != "SecondOrderGradient");

    private double AtFirstStep(double real, double fake) => Weight * (2 * (Math.Max(0, real - fake) * Math.Max(0, real - fake)));

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new LeCamAttribute();
        return new LeCamPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Number(nameof(Decay), defaults.Decay),
            arguments.Integer(nameof(Start), defaults.Start));
    }
}
