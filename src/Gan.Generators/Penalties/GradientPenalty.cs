using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Penalties;

/// <summary>The distance of the norm of D's gradient to a target, or how far it is above: WGAN-GP, WGAN-LP, SinGAN and kin.</summary>
internal sealed record GradientPenalty(double Weight, int Every, double Target, bool OneSided, PenaltyPoint At, GradientNorm Norm) : Penalty(Weight, Every)
{
    private const string TwoSidedPaper = "Gulrajani et al. 2017, arXiv 1704.00028";
    private const string OneSidedPaper = "Petzka, Fischer and Lukovnicov 2018, arXiv 1709.08894";
    private const string ZeroBetweenPaper = "Thanh-Tung, Tran and Venkatesh 2019, arXiv 1902.03984";
    private const string PerPixelPaper = "Shaham, Dekel and Michaeli 2019, arXiv 1905.01164";

    public override string AttributeName => "GradientPenalty";

    public override string Name => At is PenaltyPoint.Real or PenaltyPoint.Fake ? At + AttributeName : AttributeName;

    public override EquatableArray<string> Points => At switch
    {
        PenaltyPoint.Real => new(["real"]),
        PenaltyPoint.Fake => new(["fake"]),
        _ => new(["real", "fake"]),
    };

    public override IEnumerable<PenaltyOption> Options =>
    [
        PenaltyOption.Target(AttributeName, Target),
        new(nameof(OneSided), OneSided),
        PenaltyOption.Choice(AttributeName, nameof(At), At),
        PenaltyOption.Choice(AttributeName, nameof(Norm), Norm),
    ];

    public override string Text
    {
        get
        {
            var point = At switch { PenaltyPoint.Real => "x", PenaltyPoint.Fake => "G(z)", _ => "αx + (1 − α)G(z)" };
            var square = OneSided ? $"E max(0, ‖∇D({point})‖ − {Numbers.Text(Target)})²" : $"E(‖∇D({point})‖ − {Numbers.Text(Target)})²";
            return $"{Factor} {square}{(Norm == GradientNorm.PerPixel ? ", the norm per pixel" : "")}{Steps}";
        }
    }

    public override string Latex
    {
        get
        {
            var point = At switch { PenaltyPoint.Real => "x", PenaltyPoint.Fake => "G(z)", _ => @"\alpha x + (1 - \alpha) G(z)" };
            var square = OneSided
                ? $@"\mathbb{{E}}\max\left(0, \lVert\nabla D({point})\rVert - {LatexNames.Number(Target)}\right)^2"
                : $@"\mathbb{{E}}\left(\lVert\nabla D({point})\rVert - {LatexNames.Number(Target)}\right)^2";
            return $@"{FactorLatex}\,{square}";
        }
    }

    protected override IEnumerable<string> OwnPapers
    {
        get
        {
            yield return Target != 0 ? OneSided ? OneSidedPaper : TwoSidedPaper
                : At == PenaltyPoint.Interpolates ? ZeroBetweenPaper
                : ZeroCentredPenalty.PaperOfZero;
            if (Norm == GradientNorm.PerPixel)
                yield return PerPixelPaper;
        }
    }

    public override GradientPull Pull => new(
        AttributeName,
        At switch { PenaltyPoint.Real => GradientPull.At.Real, PenaltyPoint.Fake => GradientPull.At.Fake, _ => GradientPull.At.Interpolates },
        Weight,
        Every,
        Target,
        OneSided,
        Norm);

    public override ClosedForm ClosedForm => ClosedForm.OfLinearDiscriminator(Pull);

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new GradientPenaltyAttribute();
        return new GradientPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.Number(nameof(Target), defaults.Target),
            arguments.Flag(nameof(OneSided), defaults.OneSided),
            arguments.Choice(nameof(At), defaults.At),
            arguments.Choice(nameof(Norm), defaults.Norm));
    }
}
