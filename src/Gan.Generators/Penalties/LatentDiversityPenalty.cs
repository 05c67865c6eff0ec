using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>G's part of zCR: a reward for samples that move where the latents move a little.</summary>
internal sealed record LatentDiversityPenalty(double Weight, int Every, double Deviation) : Penalty(Weight, Every)
{
    public override string AttributeName => "LatentDiversity";

    public override bool IsOfGenerator => true;

    public override EquatableArray<string> Points => new([BatchPoint]);

    public override IEnumerable<PenaltyOption> Options => [PenaltyOption.Deviation(AttributeName, Deviation)];

    protected override bool HasUnknownEffect => true;

    public override string Text => $"−{FactorOfAll} E[mean (G(z) − G(z + δ))²], δ ~ N(0, {Numbers.Text(Deviation)}² I){Steps}";

    public override string Latex => $@"-{FactorLatex}\,\mathbb{{E}}_{{z,\delta}}\left[\overline{{\left(G(z) - G(z + \delta)\right)^2}}\right]";

    protected override IEnumerable<string> OwnPapers => [LatentConsistencyPenalty.ZhaoPaper];

    /// <summary>On G(z) = s·z the samples are s·δ apart.</summary>
    public override ClosedForm ClosedForm => ClosedForm.OfLinearGenerator("LinearGenerator", slope => -Weight * slope * slope * Deviation * Deviation, slope => -2 * Weight * slope * Deviation * Deviation);

    public override string Checks => "LatentChecks";

    public override IEnumerable<(string Name, string Check)> Facts => [("LeaksNothing", "NothingLeaks")];

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new LatentDiversityAttribute();
        return new LatentDiversityPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.Number(nameof(Deviation), defaults.Deviation));
    }
}
