using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>D's part of zCR: how far D's logits move where the latents move a little.</summary>
internal sealed record LatentConsistencyPenalty(double Weight, int Every, double Deviation) : Penalty(Weight, Every)
{
    public override string AttributeName => "LatentConsistency";

    public override EquatableArray<string> Points => new([BatchPoint]);

    public override IEnumerable<PenaltyOption> Options => [PenaltyOption.Deviation(AttributeName, Deviation)];

    protected override bool HasUnknownEffect => true;

    public override string Text => $"{FactorOfAll} E(D(G(z)) − D(G(z + δ)))², δ ~ N(0, {Numbers.Text(Deviation)}² I){Steps}";

    public override string Latex => $@"{FactorLatex}\,\mathbb{{E}}_{{z,\delta}}\left(D(G(z)) - D(G(z + \delta))\right)^2";

    protected override IEnumerable<string> OwnPapers => [ZhaoPaper];

    /// <summary>Of this and of G's part.</summary>
    public const string ZhaoPaper = "Zhao et al. 2021, arXiv 2002.04724";

    /// <summary>On G(z) = s·z and D(x) = x the logits are s·δ apart.</summary>
    public override ClosedForm ClosedForm => ClosedForm.OfLinearGenerator("LinearGeneratorAndDiscriminator", slope => Weight * slope * slope * Deviation * Deviation);

    public override string Checks => "LatentChecks";

    public override IEnumerable<(string Name, string Check)> Facts => [("LeaksNothing", "NothingLeaksFromDiscriminator")];

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new LatentConsistencyAttribute();
        return new LatentConsistencyPenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.Number(nameof(Deviation), defaults.Deviation));
    }
}
