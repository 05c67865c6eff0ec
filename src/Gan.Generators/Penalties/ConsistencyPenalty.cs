using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Penalties;

/// <summary>CR, bCR and CT: how far D's logits, and one layer's outputs, are from those at a changed sample.</summary>
/// <param name="Real">The share of the real samples.</param>
/// <param name="Fake">The share of the generated ones.</param>
/// <param name="Layer">The submodule whose outputs count too; null where there is none.</param>
internal sealed record ConsistencyPenalty(double Weight, int Every, double Real, double Fake, ConsistencyChange Change, double Margin, string? Layer, double LayerWeight) : Penalty(Weight, Every)
{
    public override string AttributeName => "Consistency";

    public override EquatableArray<string> Points => new([.. Real > 0 || Fake == 0 ? ["real"] : Array.Empty<string>(), .. Fake > 0 ? ["fake"] : Array.Empty<string>()]);

    public override IEnumerable<PenaltyOption> Options
    {
        get
        {
            yield return PenaltyOption.Factor(AttributeName, nameof(Real), Real);
            yield return PenaltyOption.Factor(AttributeName, nameof(Fake), Fake);
            yield return PenaltyOption.Choice(AttributeName, nameof(Change), Change);
            yield return PenaltyOption.NotNegative(AttributeName, nameof(Margin), Margin, "0 or more, the cost of a sample that is not penalised");
            if (Layer is null) yield break;
            yield return new(nameof(Layer), Layer);
            yield return PenaltyOption.Factor(AttributeName, nameof(LayerWeight), LayerWeight);
        }
    }

    /// <summary>What T does to a distribution is not known here.</summary>
    protected override bool HasUnknownEffect => true;

    public override string Text => $"{FactorOfAll} {Sum(static (share, cost) => $"{(share == 1 ? "" : Numbers.Text(share) + " ")}E[{cost}]", TextOf)}, T: {ChangeText}{Steps}";

    public override string Latex => $@"{FactorLatex}\,{Sum(static (share, cost) => $@"{(share == 1 ? "" : LatexNames.Number(share) + @"\,")}\mathbb{{E}}\left[{cost}\right]", LatexOf)}";

    protected override IEnumerable<string> OwnPapers =>
    [
        Change == ConsistencyChange.Dropout ? "Wei et al. 2018, arXiv 1803.01541" : "Zhang et al. 2020, arXiv 1910.12027",
        .. Fake > 0 ? ["Zhao et al. 2021, arXiv 2002.04724"] : Array.Empty<string>(),
    ];

    /// <summary>Of a layer no network of the tests is known to have nothing is.</summary>
    public override ClosedForm? ClosedForm => Layer is null ? ConsistencyForms.Of(Change, Weight * (Real + Fake), Margin) : null;

    public override string Checks => "ConsistencyChecks";

    public override IEnumerable<(string Name, string Check)> Facts => Layer is not null || Real + Fake == 0 ? [] : Change == ConsistencyChange.Dropout ? [("LeaksNothing", "NothingLeaks")]
        : [("HasTheGradientOfBothLogits", "GradientOfBothLogits"), ("LeaksNothing", "NothingLeaks")];

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new ConsistencyAttribute();
        return new ConsistencyPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.Number(nameof(Real), defaults.Real),
            arguments.Number(nameof(Fake), defaults.Fake),
            arguments.Choice(nameof(Change), defaults.Change),
            arguments.Number(nameof(Margin), defaults.Margin),
            arguments.Text(nameof(Layer)),
            arguments.Number(nameof(LayerWeight), defaults.LayerWeight));
    }

    private string ChangeText => Change switch
    {
        ConsistencyChange.FlipAndShift => "flips and shifts",
        ConsistencyChange.DiffAugment => "DiffAugment",
        _ => "D's own dropout",
    };

    private string Sum(Func<double, string, string> expectation, Func<string, string> costOf)
    {
        string[] terms = [.. Real > 0 || Fake == 0 ? [expectation(Real, costOf("x"))] : Array.Empty<string>(), .. Fake > 0 ? [expectation(Fake, costOf("G(z)"))] : Array.Empty<string>()];
        return terms.Length == 1 ? terms[0] : $"({string.Join(" + ", terms)})";
    }

    private string TextOf(string y)
    {
        var cost = $"(D({y}) − D(T({y})))²" + (Layer is null ? "" : $" + {Numbers.Text(LayerWeight)} mean (f({y}) − f(T({y})))²");
        return Margin == 0 ? cost : $"max(0, {cost} − {Numbers.Text(Margin)})";
    }

    private string LatexOf(string y)
    {
        var cost = $@"\left(D({y}) - D(T({y}))\right)^2" + (Layer is null ? "" : $@" + {LatexNames.Number(LayerWeight)}\,\overline{{\left(f({y}) - f(T({y}))\right)^2}}");
        return Margin == 0 ? cost : $@"\max\left(0, {cost} - {LatexNames.Number(Margin)}\right)";
    }
}
