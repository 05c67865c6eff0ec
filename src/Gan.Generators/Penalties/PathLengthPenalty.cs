using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>StyleGAN2's path length regularisation: how far the generator's stretching of its latents is from its own average.</summary>
internal sealed record PathLengthPenalty(double Weight, int Every, double Decay) : Penalty(Weight, Every)
{
    /// <summary>(E|y|)² of y ~ N(0, 1).</summary>
    private const double SquaredMean = 2 / Math.PI;

    public override string AttributeName => "PathLength";

    public override bool IsOfGenerator => true;

    public override EquatableArray<string> Points => new(["fake", "latents"]);

    public override string StateType => "PathLengthAverage";

    public override IEnumerable<PenaltyOption> Options => [PenaltyOption.Decay(AttributeName, Decay, Decay >= 0.5 && Decay < 1, $"from 0.5 to below 1{Meant}")];

    /// <summary>StyleGAN2's code gives what a step moves, not what it keeps: such a number must not pass for the other.</summary>
    private string Meant => Decay > 0 && Decay < 0.5 ? $", {Numbers.Text((double)(1 - (decimal)Decay))} if it moves by {Numbers.Text(Decay)} of the way" : "";

    public override string Text => $"{FactorOfAll} E(‖∇_w G(w)·y‖ − a)², a averaged with decay {Numbers.Text(Decay)}{Steps}";

    public override string Latex => $@"{FactorLatex}\,\mathbb{{E}}_{{w,y}}\left(\lVert J_w^\top y\rVert - a\right)^2";

    /// <summary>That of lazy steps, too.</summary>
    protected override IEnumerable<string> OwnPapers => ["Karras et al. 2020, arXiv 1912.04958"];

    /// <summary>On G(w) = s·w the lengths are |s|·|y|, y ~ N(0, 1).</summary>
    public override ClosedForm ClosedForm => ClosedForm.OfLinearGenerator("LinearGenerator", ValueAt, DerivativeAt);

    public override string Checks => "PathLengthChecks";

    public override IEnumerable<(string Name, string Check)> Facts => [("IsFiniteAtZeroLength", "ZeroLengthIsFinite"), ("LeaksNothing", "NothingLeaks")];

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new PathLengthAttribute();
        return new PathLengthPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.Number(nameof(Decay), defaults.Decay));
    }

    /// <summary>At the first step a is 1 − Decay times the mean length: E(|sy| − a)² = s²(1 − (2/π)(1 − Decay²)).</summary>
    private double ValueAt(double slope) => Weight * slope * slope * (1 - (SquaredMean * (1 - (Decay * Decay))));

    /// <summary>With a held, d/ds of it is 2 E(|sy| − a)|y| = 2s(1 − (2/π)(1 − Decay)).</summary>
    private double DerivativeAt(double slope) => Weight * 2 * slope * (1 - (SquaredMean * (1 - Decay)));
}
