using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Penalties;

/// <summary>DRAGAN: the distance of the norm of D's gradient to a target, around the real samples.</summary>
internal sealed record DraganPenalty(double Weight, int Every, double Target, DraganNoise Noise, double Scale) : Penalty(Weight, Every)
{
    /// <summary>The size of the uniform noise in the authors' code.</summary>
    public static readonly double UsualScale = new DraganAttribute().Scale;

    public override string AttributeName => "Dragan";

    public override EquatableArray<string> Points => new(["real"]);

    public override IEnumerable<PenaltyOption> Options =>
    [
        PenaltyOption.Target(AttributeName, Target),
        PenaltyOption.Choice(AttributeName, nameof(Noise), Noise),
        new(nameof(Scale), Scale, Numbers.IsFiniteAndPositive(Scale) ? null : new(PenaltyMistakeKind.NoiseScale, nameof(Scale), Numbers.Text(Scale))),
    ];

    public override string Text
        => $"{FactorOfAll} E(‖∇D(x + {(Noise == DraganNoise.Gaussian ? $"N(0, {Numbers.Text(Scale)})" : $"α·{Numbers.Text(Scale)}·std(x)·U(0, 1)")})‖ − {Numbers.Text(Target)})²{Steps}";

    public override string Latex => $@"{FactorLatex}\,\mathbb{{E}}\left(\lVert\nabla D(x + \varepsilon)\rVert - {LatexNames.Number(Target)}\right)^2";

    protected override IEnumerable<string> OwnPapers => ["Kodali et al. 2017, arXiv 1705.07215"];

    public override GradientPull Pull => new(AttributeName, GradientPull.At.AroundReal, Weight, Every, Target);

    public override ClosedForm ClosedForm => ClosedForm.OfLinearDiscriminator(Pull);

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new DraganAttribute();
        var noise = arguments.Choice(nameof(Noise), defaults.Noise);
        return new DraganPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.Number(nameof(Target), defaults.Target),
            noise,
            arguments.Number(nameof(Scale), noise == DraganNoise.Gaussian ? 1 : defaults.Scale));
    }
}
