using Gan.Experiments.Atlas.Curves;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Atlas.Supports;
using Gan.Experiments.Atlas.Transport;
using Gan.Experiments.Atlas.Verdicts;
using Gan.Runtime;

namespace Gan.Experiments.Atlas;

/// <summary>All that was measured: what <c>atlas.json</c> has.</summary>
/// <param name="Version">Of the library.</param>
/// <param name="Objectives">Each objective by itself.</param>
/// <param name="Identities">What lectures on GANs derive, on random discrete distributions.</param>
/// <param name="Transport">Section 4.</param>
/// <param name="DiracTable">The methods of Mescheder, Geiger and Nowozin 2018 on the Dirac-GAN.</param>
internal sealed record AtlasResult(string Version, IReadOnlyList<ObjectiveResult> Objectives, IReadOnlyList<Identity> Identities, TransportSection Transport, IReadOnlyList<DiracRow> DiracTable);

/// <summary>What was measured of one objective.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="IsCoupled">Whether its losses see differences of logits.</param>
/// <param name="DiscriminatorLoss">L_D.</param>
/// <param name="GeneratorLoss">L_G.</param>
/// <param name="Penalties">The penalties of both players.</param>
/// <param name="Sources">Papers.</param>
/// <param name="Curves">Section 1.</param>
/// <param name="Optimum">Section 2; null where the losses compare logits.</param>
/// <param name="Supports">Section 3.</param>
/// <param name="Dirac">Section 5.</param>
/// <param name="Mixtures">Section 6; null where it was not asked for.</param>
/// <param name="Verdicts">What the compiler decided, beside what was measured.</param>
internal sealed record ObjectiveResult(
    string Name, bool IsCoupled, FormulaInfo DiscriminatorLoss, FormulaInfo GeneratorLoss, IReadOnlyList<PenaltyInfo> Penalties, IReadOnlyList<string> Sources, CurveSection Curves,
    OptimumSection? Optimum, SupportsSection Supports, DiracSection Dirac, IReadOnlyList<MixtureSection>? Mixtures, IReadOnlyList<VerdictComparison> Verdicts)
{
    /// <summary>Why it has learned little of the mixtures; nothing where it has learned them, or was not asked to.</summary>
    public IReadOnlyList<string> MixtureReasons { get; init; } = [];

    /// <summary>Whether its losses are of whole batches, so that the pictures are of one.</summary>
    public bool IsOfBatches { get; init; }

    /// <summary>What is shown otherwise than of other objectives, and what is left out, with the reason.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
