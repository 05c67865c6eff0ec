using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Reading;

namespace Gan.Generators.Penalties;

/// <summary>The distance of the norm of D's gradient to a target, how far it is above, or a formula of it: WGAN-GP, WGAN-LP, SinGAN, WGAN-div and kin.</summary>
internal sealed record GradientPenalty(double Weight, int Every, double Target, bool OneSided, PenaltyPoint At, GradientNorm Norm) : Penalty(Weight, Every)
{
    private const string TwoSidedPaper = "Gulrajani et al. 2017, arXiv 1704.00028";
    private const string OneSidedPaper = "Petzka, Fischer and Lukovnicov 2018, arXiv 1709.08894";
    private const string ZeroBetweenPaper = "Thanh-Tung, Tran and Venkatesh 2019, arXiv 1902.03984";
    private const string PerPixelPaper = "Shaham, Dekel and Michaeli 2019, arXiv 1905.01164";
    private const string DualNormPaper = "Adler and Lunz 2018, arXiv 1806.06621";
    private const string LargestPaper = "Zhou et al. 2019, arXiv 1902.05687";

    public double Order { get; init; } = 2;

    public PenaltyReduction Reduce { get; init; }

    /// <summary>What a norm costs; null where the target says it.</summary>
    public PenaltyFormula? Formula { get; init; }

    /// <summary>A factor that depends on the logit.</summary>
    public PenaltyFormula? Factor { get; init; }

    /// <summary>The options that a formula replaces and that were given beside one.</summary>
    public EquatableArray<string> Replaced { get; init; }

    public override string AttributeName => "GradientPenalty";

    public override string Name => At is PenaltyPoint.Real or PenaltyPoint.Fake ? At + AttributeName : AttributeName;

    public override EquatableArray<string> Points => At switch
    {
        PenaltyPoint.Real or PenaltyPoint.AroundReal => new(["real"]),
        PenaltyPoint.Fake => new(["fake"]),
        _ => new(["real", "fake"]),
    };

    public override IEnumerable<PenaltyFormula> Formulas => new[] { Formula, Factor }.OfType<PenaltyFormula>();

    public override Penalty WithFormulas(Func<PenaltyFormula, PenaltyFormula> read) =>
        this with { Formula = Formula is null ? null : read(Formula), Factor = Factor is null ? null : read(Factor) };

    public override IEnumerable<PenaltyOption> Options =>
    [
        .. Formula is not null ? Enumerable.Empty<PenaltyOption>() : [PenaltyOption.Target(AttributeName, Target), new(nameof(OneSided), OneSided)],
        PenaltyOption.Choice(AttributeName, nameof(At), At),
        PenaltyOption.Choice(AttributeName, nameof(Norm), Norm),
        .. Order == 2 ? Enumerable.Empty<PenaltyOption>() : [new(nameof(Order), Order, Order >= 1 ? null : new(PenaltyMistakeKind.Order, nameof(Order), AttributeName, Numbers.Text(Order)))],
        .. Reduce == PenaltyReduction.Mean ? Enumerable.Empty<PenaltyOption>() : [PenaltyOption.Choice(AttributeName, nameof(Reduce), Reduce)],
    ];

    protected override IEnumerable<PenaltyMistake> OwnMistakes => Replaced.Select(option => new PenaltyMistake(PenaltyMistakeKind.FormulaAndTarget, option, AttributeName, option));

    public override string Text => $"{FactorOfAll} {GradientPenaltyText.Of(this)}{(Norm == GradientNorm.PerPixel ? ", the norm per pixel" : "")}{Steps}";

    public override string Latex => $@"{FactorLatex}\,{GradientPenaltyText.LatexOf(this)}";

    protected override IEnumerable<string> OwnPapers
    {
        get
        {
            if (Formula is null)
            {
                yield return Target != 0 ? OneSided ? OneSidedPaper : TwoSidedPaper
                    : At == PenaltyPoint.Interpolates ? ZeroBetweenPaper
                    : ZeroCentredPenalty.PaperOfZero;
            }

            if (Norm == GradientNorm.PerPixel)
                yield return PerPixelPaper;
            if (Order != 2)
                yield return DualNormPaper;
            if (Reduce == PenaltyReduction.Max)
                yield return LargestPaper;
        }
    }

    public override GradientPull Pull => new(
        AttributeName,
        At switch
        {
            PenaltyPoint.Real => GradientPull.At.Real,
            PenaltyPoint.Fake => GradientPull.At.Fake,
            PenaltyPoint.Both => GradientPull.At.Both,
            PenaltyPoint.AroundReal => GradientPull.At.AroundReal,
            _ => GradientPull.At.Interpolates,
        },
        Weight,
        Every,
        Formula is null ? Target : double.NaN,
        OneSided,
        Norm)
    {
        Order = Order,
        IsOfLargest = Reduce == PenaltyReduction.Max,
        Formula = Formula?.AtDefaults,
        Factor = Factor?.AtDefaults,
    };

    public override ClosedForm ClosedForm => ClosedForm.OfLinearDiscriminator(Pull);

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new GradientPenaltyAttribute();
        var formula = arguments.Text(nameof(Formula));
        return new GradientPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.Number(nameof(Target), defaults.Target),
            arguments.Flag(nameof(OneSided), defaults.OneSided),
            arguments.Choice(nameof(At), defaults.At),
            arguments.Choice(nameof(Norm), defaults.Norm))
        {
            Order = arguments.Number(nameof(Order), defaults.Order),
            Reduce = arguments.Choice(nameof(Reduce), defaults.Reduce),
            Formula = formula is null ? null : new(nameof(Formula), formula, PenaltyFormula.NormName),
            Factor = arguments.Text(nameof(Factor)) is { } factor ? new(nameof(Factor), factor, FormulaParser.LogitName) : null,
            Replaced = formula is null ? default : new[] { nameof(Target), nameof(OneSided) }.Where(arguments.Has).ToEquatableArray(),
        };
    }
}
