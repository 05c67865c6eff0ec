using Gan.Dsl;
using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The papers behind an objective: those its declaration names, and those of the penalties, the coupling and the derivation it uses.</summary>
internal static class SourceTexts
{
    private const string FDivergence = "Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709";
    private const string Coupled = "Jolicoeur-Martineau 2018, arXiv 1807.00734";
    private const string LabelSmoothing = "Salimans et al. 2016, arXiv 1606.03498";
    private const string ZeroCentred = "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406";
    private const string ZeroCentredBetween = "Thanh-Tung, Tran and Venkatesh 2019, arXiv 1902.03984";
    private const string TwoSided = "Gulrajani et al. 2017, arXiv 1704.00028";
    private const string OneSided = "Petzka, Fischer and Lukovnicov 2018, arXiv 1709.08894";
    private const string PerPixel = "Shaham, Dekel and Michaeli 2019, arXiv 1905.01164";
    private const string Dragan = "Kodali et al. 2017, arXiv 1705.07215";
    private const string Drift = "Karras, Aila, Laine and Lehtinen 2018, arXiv 1710.10196";
    private const string LeCam = "Tseng et al. 2021, arXiv 2104.03310";
    private const string StyleGan2 = "Karras et al. 2020, arXiv 1912.04958";
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
            .. declaration.Penalties.SelectMany(Of),
            .. declaration.WeightClips.Select(static _ => WeightClip),
        ];
        return [.. all.Distinct()];
    }

    private static IEnumerable<string> Of(PenaltyDeclaration penalty)
    {
        if (penalty is ZeroCentredPenaltyDeclaration or GradientPenaltyDeclaration { Target: 0, At: not PenaltyPoint.Interpolates }) yield return ZeroCentred;
        else if (penalty is DraganPenaltyDeclaration) yield return Dragan;
        else if (penalty is DriftPenaltyDeclaration) yield return Drift;
        else if (penalty is LeCamPenaltyDeclaration) yield return LeCam;
        else if (penalty is GradientPenaltyDeclaration p) yield return p.Target == 0 ? ZeroCentredBetween : p.OneSided ? OneSided : TwoSided;
        if (penalty is GradientPenaltyDeclaration { Norm: GradientNorm.PerPixel }) yield return PerPixel;
        // It has lazy evaluation, too.
        if (penalty is PathLengthPenaltyDeclaration || penalty.Every > 1) yield return StyleGan2;
    }
}
