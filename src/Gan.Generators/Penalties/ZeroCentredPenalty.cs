using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>R1 and R2: the squared norm of D's gradient at real samples, or at generated ones.</summary>
/// <param name="AtReal">R1 at real samples, R2 at generated ones.</param>
/// <param name="GivesGamma">The weight is half of a Gamma that was written.</param>
/// <param name="GivesBoth">Weight and Gamma both written, which contradict each other.</param>
/// <param name="Sigma">The step of a finite difference; null where the gradient is exact.</param>
internal sealed record ZeroCentredPenalty(double Weight, int Every, bool AtReal, bool GivesGamma, bool GivesBoth, double? Sigma = null) : Penalty(Weight, Every)
{
    /// <summary>Of every penalty whose target is 0 at the samples of one side.</summary>
    public const string PaperOfZero = "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406";

    public override string AttributeName => AtReal ? "R1" : "R2";

    public override EquatableArray<string> Points => new([AtReal ? "real" : "fake"]);

    public override IEnumerable<PenaltyOption> Options
    {
        get
        {
            if (Sigma is { } sigma)
                yield return new(nameof(R1Attribute.FiniteDifference), sigma, Numbers.IsFiniteAndPositive(sigma) ? null : new(PenaltyMistakeKind.DifferenceStep, nameof(R1Attribute.FiniteDifference), AttributeName, Numbers.Text(sigma)));
        }
    }

    protected override PenaltyMistake? WeightMistake => GivesBoth ? new(PenaltyMistakeKind.WeightAndGamma, null, AttributeName)
        : GivesGamma ? PenaltyMistake.OfWeight(AttributeName, nameof(R1Attribute.Gamma), 2 * Weight)
        : base.WeightMistake;

    public override string Text => $"{FactorOfAll} E‖∇D({(AtReal ? "x" : "G(z)")})‖²{(Sigma is { } sigma ? $", by differences of {Numbers.Text(sigma)}" : "")}{Steps}";

    public override string Latex => AtReal
        ? $@"{FactorLatex}\,\mathbb{{E}}_x\lVert\nabla D(x)\rVert^2"
        : $@"{FactorLatex}\,\mathbb{{E}}_z\lVert\nabla D(G(z))\rVert^2";

    protected override IEnumerable<string> OwnPapers => [PaperOfZero];

    public override GradientPull Pull => new(AttributeName, AtReal ? GradientPull.At.Real : GradientPull.At.Fake, Weight, Every, Target: 0);

    public override ClosedForm ClosedForm => ClosedForm.OfLinearDiscriminator(Pull, isEstimated: Sigma is not null);

    public static Penalty ReadR1(AttributeArguments arguments) => Read(arguments, atReal: true);

    public static Penalty ReadR2(AttributeArguments arguments) => Read(arguments, atReal: false);

    private static ZeroCentredPenalty Read(AttributeArguments arguments, bool atReal)
    {
        var defaults = new R1Attribute();
        var givesGamma = arguments.Has(nameof(R1Attribute.Gamma));
        var weight = givesGamma
            ? arguments.Number(nameof(R1Attribute.Gamma), defaults.Gamma) / 2
            : arguments.Number(nameof(R1Attribute.Weight), defaults.Weight);
        var every = arguments.Integer(nameof(R1Attribute.Every), defaults.Every);
        double? sigma = arguments.Has(nameof(R1Attribute.FiniteDifference)) ? arguments.Number(nameof(R1Attribute.FiniteDifference), defaults.FiniteDifference) : null;
        return new(weight, every, atReal, givesGamma, givesGamma && arguments.Has(nameof(R1Attribute.Weight)), sigma);
    }
}
