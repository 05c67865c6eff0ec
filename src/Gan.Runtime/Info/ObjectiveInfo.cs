using Gan.Dsl;
using Gan.Runtime.Info;
using Gan.Runtime.Losses.Terms;
using TorchSharp;

namespace Gan.Runtime;

/// <summary>Describes an objective: its name, its formulas, its options and the results of the compiler's analysis.</summary>
/// <remarks>
/// The losses of one logit have the names in <c>L_D = E[Real(D(x))] + E[Fake(D(G(z)))]</c> and <c>L_G = E[Generator(D(G(z)))]</c>.
/// Both players minimise their losses. The texts do not depend on the current culture.
/// </remarks>
public sealed record ObjectiveInfo
{
    /// <summary>Gets or sets the name of the objective, which is the name of its class.</summary>
    public required string Name { get; init; }

    /// <summary>Gets or sets the discriminator's loss Real(t) of one real logit t.</summary>
    public required FormulaInfo Real { get; init; }

    /// <summary>Gets or sets the discriminator's loss Fake(t) of one fake logit t.</summary>
    public required FormulaInfo Fake { get; init; }

    /// <summary>Gets or sets the generator's loss Generator(t) of one fake logit t, without <see cref="IGanObjective.LossWeight"/>.</summary>
    public required FormulaInfo Generator { get; init; }

    /// <summary>Gets or sets the derivative Real'(t) of the discriminator's loss of one real logit, or <see langword="null"/> if it is not known.</summary>
    public FormulaInfo? RealSlope { get; init; }

    /// <summary>Gets or sets the derivative Fake'(t) of the discriminator's loss of one fake logit, or <see langword="null"/> if it is not known.</summary>
    public FormulaInfo? FakeSlope { get; init; }

    /// <summary>Gets or sets the derivative Generator'(t) of the generator's loss of one fake logit, or <see langword="null"/> if it is not known.</summary>
    public FormulaInfo? GeneratorSlope { get; init; }

    /// <summary>Gets or sets the discriminator's loss L_D as a sum of expectations, without penalties.</summary>
    public required FormulaInfo DiscriminatorLoss { get; init; }

    /// <summary>Gets or sets the generator's loss L_G as a sum of expectations, without penalties and <see cref="IGanObjective.LossWeight"/>.</summary>
    public required FormulaInfo GeneratorLoss { get; init; }

    /// <summary>Gets or sets a value that specifies whether the losses compare real logits with fake ones. The default is <see cref="Coupling.None"/>.</summary>
    /// <remarks>In a coupled objective, <see cref="Real"/>, <see cref="Fake"/> and <see cref="Generator"/> are functions of a difference of logits.</remarks>
    public Coupling Coupling { get; init; }

    /// <summary>Gets or sets the declared range of D's output, over which the losses were checked. The default is <see cref="LogitRange.Real"/>.</summary>
    public LogitRange Logits { get; init; }

    /// <summary>Gets or sets a value that specifies whether D's output is a logit, high for real samples, or an energy, low for real samples. The default is <see cref="LogitSign.Logit"/>.</summary>
    /// <remarks>It is declared, or recognised from the direction of the three losses.</remarks>
    public LogitSign Sign { get; init; }

    /// <summary>Gets or sets the declared limits of D outside of the objective, such as <c>spectral normalisation</c>. The list is empty if there are none.</summary>
    public IReadOnlyList<string> CriticLimits { get; init; } = [];

    /// <summary>Gets or sets a value that specifies whether the losses have batch functions, such as <c>mean(fake)</c>, so that the loss of a logit depends on the whole batch. The default is <see langword="false"/>.</summary>
    /// <remarks>In such an objective, <see cref="Real"/>, <see cref="Fake"/> and <see cref="Generator"/> are functions of a logit t and of the batches <c>real</c> and <c>fake</c>.</remarks>
    public bool HasBatchFunctions { get; init; }

    /// <summary>Gets or sets a value that specifies whether the generator's loss has functions of the batch <c>real</c>. The default is <see langword="false"/>.</summary>
    public bool GeneratorReadsReal { get; init; }

    /// <summary>Gets a value that indicates whether the generator's loss needs the real logits too, because it compares real logits with fake ones or has functions of the real batch.</summary>
    public bool IsCoupled => Coupling != Coupling.None || GeneratorReadsReal;

    /// <summary>Gets or sets the penalties added to the discriminator's loss, in the order of their declaration.</summary>
    public IReadOnlyList<PenaltyInfo> Penalties { get; init; } = [];

    /// <summary>Gets or sets the penalties added to the generator's loss, in the order of their declaration.</summary>
    public IReadOnlyList<PenaltyInfo> GeneratorPenalties { get; init; } = [];

    /// <summary>Gets or sets the hyperparameters, in the order of their declaration.</summary>
    public IReadOnlyList<HyperparameterInfo> Hyperparameters { get; init; } = [];

    /// <summary>Gets or sets the results of the compiler's analysis of the losses, at the default values of the hyperparameters.</summary>
    public AnalysisInfo Analysis { get; init; } = new();

    /// <summary>
    /// Checks each proved statement of <see cref="Analysis"/> again, by its certificate.
    /// </summary>
    /// <remarks>
    /// The check evaluates the formulas of the losses, at the default values of the hyperparameters, with bounds of 128 bits. It shares no code with the compiler.
    /// All statements together may take 60,000 steps, which are counted and not timed, so the result is the same on every machine.
    /// A check that needs more steps is not decided (<see cref="VerdictCheck.IsDecided"/>).
    /// </remarks>
    /// <returns>One check per proved statement, in the order of <see cref="AnalysisInfo.Verdicts"/>.</returns>
    public IReadOnlyList<VerdictCheck> Verify() => VerdictChecks.Of(this);

    /// <summary>Gets or sets the limit c of the weight clipping <c>clamp(W, -c, c)</c>, or <see langword="null"/> if the weights are not clipped.</summary>
    public double? WeightClip { get; init; }

    /// <summary>Gets or sets the declared standard deviation of the noise on the samples that D sees, or <see langword="null"/> if there is no noise.</summary>
    public double? InstanceNoise { get; init; }

    /// <summary>Gets or sets the declared share of the generated samples that the generator learns from, or <see langword="null"/> if it learns from all of them.</summary>
    public double? TopShare { get; init; }

    /// <summary>Gets or sets the papers that the objective comes from, such as <c>Mao et al. 2017, arXiv 1611.04076</c>: first the declared ones, then the papers of its derivation and penalties.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Gets or sets the <see cref="IGanObjective.LossPath"/> of the objective. The default is <see cref="LossPath.Automatic"/>.</summary>
    public LossPath LossPath { get; init; }

    /// <summary>
    /// Returns the path by which the loss of some logits is computed: <see cref="LossPath.Kernel"/> or <see cref="LossPath.Composed"/>.
    /// </summary>
    /// <remarks>A loss with a constant slope, such as a critic's, takes autograd's own graph where that is faster: for fewer than 8,192 logits, and for 4 million logits or more.</remarks>
    /// <param name="logits">The logits: of any shape, floating point and not empty.</param>
    /// <param name="reduction">The reduction of the losses. The default is the mean.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point, or the reduction does not fit them.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    public LossPath PathOf(torch.Tensor logits, LossReduction? reduction = null) => PathOf(logits, out _, reduction);

    /// <summary>Returns the path by which the loss of some logits is computed, and the reason for it.</summary>
    /// <param name="logits">The logits: of any shape, floating point and not empty.</param>
    /// <param name="reason">The reason, which continues the sentence "the loss takes this path, …".</param>
    /// <param name="reduction">The reduction of the losses. The default is the mean.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point, or the reduction does not fit them.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    public LossPath PathOf(torch.Tensor logits, out string reason, LossReduction? reduction = null)
    {
        using var scope = torch.NewDisposeScope();
        var side = LossSide.Of(logits, nameof(logits), reduction ?? LossReduction.Mean);
        var path = HasBatchFunctions ? BatchPathRule.Choose(LossPath, [side]) : LossPathRule.Choose(LossPath, [side]);
        reason = HasBatchFunctions ? BatchPathRule.Explain(LossPath, side) : LossPathRule.Explain(LossPath, side);
        return path;
    }
}
