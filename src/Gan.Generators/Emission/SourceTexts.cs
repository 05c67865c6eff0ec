using Gan.Dsl;
using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The papers behind an objective: those its declaration names, and those of the penalties, the coupling and the derivation it uses.</summary>
internal static class SourceTexts
{
    private const string FDivergence = "Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709";
    private const string Coupled = "Jolicoeur-Martineau 2018, arXiv 1807.00734";
    private const string LabelSmoothing = "Salimans et al. 2016, arXiv 1606.03498";
    private const string InstanceNoise = "Sønderby et al. 2017, arXiv 1610.04490";
    private const string TopK = "Sinha et al. 2020, arXiv 2002.06224";
    private const string WeightClip = "Arjovsky, Chintala and Bottou 2017, arXiv 1701.07875";

    /// <summary>Each once, the declared ones first.</summary>
    public static IReadOnlyList<string> Of(ObjectiveDeclaration declaration)
    {
        IEnumerable<string> all =
        [
            .. declaration.Sources,
            .. declaration.Formulas.F is null ? Array.Empty<string>() : [FDivergence],
            .. declaration.Coupling == Coupling.None ? Array.Empty<string>() : [Coupled],
            .. declaration.Smoothing is null ? Array.Empty<string>() : [LabelSmoothing],
            .. declaration.Penalties.SelectMany(static penalty => penalty.Papers),
            .. declaration.WeightClips.Select(static _ => WeightClip),
            .. declaration.TopK is null ? Array.Empty<string>() : [TopK],
            .. declaration.InstanceNoise is null ? Array.Empty<string>() : [InstanceNoise],
        ];
        return [.. all.Distinct()];
    }
}
