namespace Gan.Runtime;

/// <summary>What the compiler found of one statement about an objective. It never guesses.</summary>
public enum VerdictKind
{
    /// <summary>Neither proved nor refuted.</summary>
    Unknown,

    /// <summary>Proved over the whole real line.</summary>
    Proved,

    /// <summary>Refuted, with a logit at which it fails.</summary>
    Refuted,
}

/// <summary>One statement of the theory about an objective, decided while compiling at the hyperparameters' defaults.</summary>
/// <param name="Statement">The statement, as a sentence.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Reason">Why, as a phrase.</param>
/// <param name="Witness">A logit at which a refuted statement fails; null otherwise.</param>
public sealed record VerdictInfo(string Statement, VerdictKind Verdict, string Reason, double? Witness = null)
{
    /// <summary>
    /// What was proved and how, as text that <see cref="ObjectiveInfo.Verify"/> follows step by step:
    /// for example <c>convex(fake, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))</c>. Null where nothing was proved, and only there.
    /// </summary>
    public string? Certificate { get; init; }
}

/// <summary>What became of a proved statement when its certificate was checked.</summary>
/// <param name="Verdict">The statement.</param>
/// <param name="Holds">Whether the certificate proves it.</param>
public readonly record struct VerdictCheck(VerdictInfo Verdict, bool Holds)
{
    /// <summary>Whether the check came to its end. False where the certificate could not be followed within the 60,000 steps that all statements of one objective share: then <see cref="Holds"/> is false too, and says nothing.</summary>
    public bool IsDecided { get; init; } = true;
}

/// <summary>What the theory says of an objective, decided while compiling at the hyperparameters' defaults.</summary>
public sealed record AnalysisInfo
{
    /// <summary>Every statement that was examined.</summary>
    public IReadOnlyList<VerdictInfo> Verdicts { get; init; } = [];

    /// <summary>D*: what the best discriminator, penalties and limits left out, returns where real samples have density p and generated ones q; null where no closed form was recognised.</summary>
    public string? OptimalLogit { get; init; }

    /// <summary>
    /// What the best discriminator measures, up to a constant, such as <c>2 JSD(p ‖ q)</c>: of a critic under what limits its slope, else without penalties.
    /// Null where it is none of the known divergences.
    /// </summary>
    public string? Divergence { get; init; }

    /// <summary>
    /// What the generator minimises at the best discriminator, up to a constant: its gradient is that of, for example, <c>KL(q ‖ p) − 2 JSD(p ‖ q)</c>, as of the non-saturating loss
    /// (Arjovsky and Bottou 2017, arXiv 1701.04862, theorem 2.5). <see cref="Divergence"/> itself where its loss is minus the discriminator's; null where it is none of the known ones.
    /// </summary>
    public string? GeneratorDivergence { get; init; }

    /// <summary>
    /// The eigenvalues of the players' linearised dynamics on the Dirac-GAN with the declared zero-centred penalties: training converges locally
    /// where they lie left of the imaginary axis (Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406). Null where a loss has a kink at the balanced logit, or that lies where D's values end.
    /// </summary>
    public string? DiracGanEigenvalues { get; init; }
}
