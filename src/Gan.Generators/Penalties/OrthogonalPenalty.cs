using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>How far the rows of a player's weights are from orthogonal ones, and in the first form of the literature from ones of norm 1.</summary>
internal sealed record OrthogonalPenalty(double Weight, int Every, bool OffDiagonal, bool OfGenerator) : Penalty(Weight, Every)
{
    /// <summary>Of the tests' W = (1, x; x, 2).</summary>
    private static readonly double[] s_entries = [0.5, -3];

    public override string AttributeName => OfGenerator ? "GeneratorOrthogonal" : "Orthogonal";

    public override bool IsOfGenerator => OfGenerator;

    public override EquatableArray<string> Points => OfGenerator ? new([BatchPoint]) : default;

    public override IEnumerable<PenaltyOption> Options => [new(nameof(OffDiagonal), OffDiagonal)];

    protected override bool HasUnknownEffect => true;

    /// <summary>Rows of norm 1 limit what a layer can do, rows at right angles do not.</summary>
    protected override bool MayBoundLoss => !OffDiagonal;

    public override string Text => $"{FactorOfAll} Σ‖{(OffDiagonal ? "WWᵀ ⊙ (1 − I)" : "WWᵀ − I")}‖², W the weights of {(OfGenerator ? "G" : "D")}{Steps}";

    public override string Latex => $@"{FactorLatex}\sum_{{W}}\lVert {(OffDiagonal ? @"W W^\top \odot (\mathbf{1} - I)" : @"W W^\top - I")}\rVert_F^2";

    protected override IEnumerable<string> OwnPapers => [OffDiagonal ? "Brock, Donahue and Simonyan 2019, arXiv 1809.11096" : "Brock, Lim, Ritchie and Weston 2017, arXiv 1609.07093"];

    public override ClosedForm ClosedForm => new("OfTwoRows", OfGenerator ? "RowsOfGenerator" : "RowsOfDiscriminator", ["entry", "expected"], [.. s_entries.Select(x => new[] { x, Weight * Of(x) })]);

    public override string Checks => "OrthogonalChecks";

    public override IEnumerable<(string Name, string Check)> Facts => OfGenerator ? [("LeaksNothing", "NothingLeaksFromGenerator")]
        : [("HasTheGradientOfTheWeights", "GradientInTheWeights"), ("LeaksNothing", "NothingLeaks")];

    /// <summary>W Wᵀ = (1 + x², 3x; 3x, 4 + x²).</summary>
    private double Of(double x) => (18 * x * x) + (OffDiagonal ? 0 : (x * x * x * x) + ((3 + (x * x)) * (3 + (x * x))));

    public static Penalty ReadDiscriminator(AttributeArguments arguments)
    {
        var defaults = new OrthogonalAttribute();
        return Read(arguments, defaults.Weight, defaults.Every, defaults.OffDiagonal, ofGenerator: false);
    }

    public static Penalty ReadGenerator(AttributeArguments arguments)
    {
        var defaults = new GeneratorOrthogonalAttribute();
        return Read(arguments, defaults.Weight, defaults.Every, defaults.OffDiagonal, ofGenerator: true);
    }

    private static OrthogonalPenalty Read(AttributeArguments arguments, double weight, int every, bool offDiagonal, bool ofGenerator) => new(
        arguments.Number(nameof(Weight), weight), arguments.Integer(nameof(Every), every), arguments.Flag(nameof(OffDiagonal), offDiagonal), ofGenerator);
}
