using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>MSGAN's term, which is small where samples of different latents differ.</summary>
internal sealed record ModeSeekingPenalty(double Weight, int Every) : Penalty(Weight, Every)
{
    /// <summary>What the authors' code adds to the ratio.</summary>
    private const double Smallest = 1e-5;

    public override string AttributeName => "ModeSeeking";

    public override bool IsOfGenerator => true;

    public override EquatableArray<string> Points => new(["fake", "latents"]);

    protected override bool HasUnknownEffect => true;

    public override string Text => $"{FactorOfAll} / (E|G(z₁) − G(z₂)| / E|z₁ − z₂| + {Numbers.Text(Smallest)}){Steps}";

    public override string Latex => $@"\frac{{{FactorLatex}}}{{\mathbb{{E}}\lvert G(z_1) - G(z_2)\rvert / \mathbb{{E}}\lvert z_1 - z_2\rvert + 10^{{-5}}}}";

    protected override IEnumerable<string> OwnPapers => ["Mao, Lee, Tseng, Ma and Yang 2019, arXiv 1903.05628"];

    /// <summary>On G(z) = s·z the ratio is |s|.</summary>
    public override ClosedForm ClosedForm => ClosedForm.OfLinearGenerator("SamplesOfLinearGenerator", slope => Weight / (slope + Smallest), slope => -Weight / ((slope + Smallest) * (slope + Smallest)));

    public override string Checks => "LatentChecks";

    public override IEnumerable<(string Name, string Check)> Facts => [("LeaksNothing", "NothingLeaksFromSamples")];

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new ModeSeekingAttribute();
        return new ModeSeekingPenalty(arguments.Number(nameof(Weight), defaults.Weight), arguments.Integer(nameof(Every), defaults.Every));
    }
}
