namespace Gan.Runtime;

/// <summary>Specifies the compiler's verdict on a statement about an objective.</summary>
public enum VerdictKind
{
    /// <summary>The statement was neither proved nor refuted.</summary>
    Unknown,

    /// <summary>The statement was proved, for all logits in D's range.</summary>
    Proved,

    /// <summary>The statement was refuted by a logit at which it fails.</summary>
    Refuted,
}

/// <summary>Represents a statement about an objective and the compiler's verdict on it, at the default values of the hyperparameters.</summary>
/// <param name="Statement">The statement, as a sentence.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason for the verdict, as a phrase.</param>
/// <param name="Witness">A logit at which a refuted statement fails; otherwise, <see langword="null"/>.</param>
public sealed record VerdictInfo(string Statement, VerdictKind Verdict, string Reason, double? Witness = null)
{
    /// <summary>Initialises a new instance of the <see cref="VerdictInfo"/> class with the sentence of a property, for generated code.</summary>
    /// <param name="property">The property that the statement is about.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="reason">The reason for the verdict, as a phrase.</param>
    /// <param name="witness">A logit at which a refuted statement fails; otherwise, <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The property is not a member of the enumeration.</exception>
    public VerdictInfo(ObjectiveProperty property, VerdictKind verdict, string reason, double? witness = null)
        : this(ObjectiveProperties.StatementOf(property), verdict, reason, witness) => Property = property;

    /// <summary>Gets or sets the property that the statement is about, which identifies the statement however it is worded; <see langword="null"/> for a statement of your own, which cannot be checked.</summary>
    public ObjectiveProperty? Property { get; init; }

    /// <summary>
    /// Gets or sets the proof of a proved statement, as text that <see cref="ObjectiveInfo.Verify"/> checks step by step; otherwise, <see langword="null"/>.
    /// </summary>
    /// <remarks>Example: <c>convex(fake, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))</c>.</remarks>
    public string? Certificate { get; init; }
}

/// <summary>Represents the result of checking the certificate of a proved statement.</summary>
/// <param name="Verdict">The statement and its verdict.</param>
/// <param name="Holds">Whether the certificate proves the statement.</param>
public readonly record struct VerdictCheck(VerdictInfo Verdict, bool Holds)
{
    /// <summary>Gets or sets a value that indicates whether the check was completed within the 60,000 steps that all statements of an objective share.</summary>
    /// <remarks>If it is <see langword="false"/>, <see cref="Holds"/> is <see langword="false"/> too and has no meaning.</remarks>
    public bool IsDecided { get; init; } = true;
}

/// <summary>Represents the results of the compiler's analysis of an objective, at the default values of the hyperparameters.</summary>
public sealed record AnalysisInfo
{
    /// <summary>Gets or sets the statements that were examined, each with its verdict.</summary>
    public IReadOnlyList<VerdictInfo> Verdicts { get; init; } = [];

    /// <summary>Gets or sets the output D*(x) of the optimal discriminator, as a function of the density p of real samples and the density q of generated samples.</summary>
    /// <remarks>Penalties and limits are not considered. It is <see langword="null"/> if no closed form was recognised.</remarks>
    public string? OptimalLogit { get; init; }

    /// <summary>
    /// Gets or sets the divergence that the optimal discriminator measures, up to a constant, such as <c>2 JSD(p ‖ q)</c>.
    /// </summary>
    /// <remarks>For a critic, the optimum is subject to its slope limit; for any other discriminator, penalties are not considered. It is <see langword="null"/> if no known divergence was recognised.</remarks>
    public string? Divergence { get; init; }

    /// <summary>
    /// Gets or sets the divergence whose gradient the generator follows at the optimal discriminator, up to a constant, such as <c>KL(q ‖ p) − 2 JSD(p ‖ q)</c> for the non-saturating loss.
    /// </summary>
    /// <remarks>
    /// It equals <see cref="Divergence"/> if the generator's loss is the negative of the discriminator's, and is <see langword="null"/> if no known divergence was recognised.
    /// Source: Arjovsky and Bottou 2017 (arXiv 1701.04862), theorem 2.5.
    /// </remarks>
    public string? GeneratorDivergence { get; init; }

    /// <summary>
    /// Gets or sets the eigenvalues of the linearised training dynamics on the Dirac-GAN, with the declared zero-centred penalties. Training converges locally if all real parts are negative.
    /// </summary>
    /// <remarks>
    /// It is <see langword="null"/> if a loss has a kink at the balanced logit, or if the balanced logit lies at the end of D's range.
    /// Source: Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).
    /// </remarks>
    public string? DiracGanEigenvalues { get; init; }
}
