using Gan.Dsl;
using Gan.Runtime.Info;
using Gan.Runtime.Losses.Terms;
using TorchSharp;

namespace Gan.Runtime;

/// <summary>What an objective is, for people and for tables: its name, its formulas, its options. All texts are plain and culture-free.</summary>
/// <remarks>
/// The losses of one logit are named as in <c>L_D = E[Real(D(x))] + E[Fake(D(G(z)))]</c> and <c>L_G = E[Generator(D(G(z)))]</c>;
/// every loss is minimised.
/// </remarks>
public sealed record ObjectiveInfo
{
    /// <summary>The objective's name: that of the class that declares it.</summary>
    public required string Name { get; init; }

    /// <summary>The discriminator's loss of one real logit t.</summary>
    public required FormulaInfo Real { get; init; }

    /// <summary>The discriminator's loss of one fake logit t.</summary>
    public required FormulaInfo Fake { get; init; }

    /// <summary>The generator's loss of one fake logit t, without <see cref="IGanObjective.LossWeight"/>.</summary>
    public required FormulaInfo Generator { get; init; }

    /// <summary>Real', the slope of the loss of one real logit: what D learns from it. Null where it is not given.</summary>
    public FormulaInfo? RealSlope { get; init; }

    /// <summary>Fake', the slope of the loss of one fake logit. Null where it is not given.</summary>
    public FormulaInfo? FakeSlope { get; init; }

    /// <summary>Generator', the slope of the generator's loss of one fake logit: what G learns from it. Null where it is not given.</summary>
    public FormulaInfo? GeneratorSlope { get; init; }

    /// <summary>L_D, the discriminator's loss as expectations, without penalties.</summary>
    public required FormulaInfo DiscriminatorLoss { get; init; }

    /// <summary>L_G, the generator's loss as expectations.</summary>
    public required FormulaInfo GeneratorLoss { get; init; }

    /// <summary>Whether the losses look at real and fake logits together. Default: each logit by itself.</summary>
    /// <remarks>Of a coupled objective <see cref="Real"/>, <see cref="Fake"/> and <see cref="Generator"/> are functions of a difference of logits.</remarks>
    public Coupling Coupling { get; init; }

    /// <summary>What values D's output can take, as declared; the losses are checked over them only. Default: any real number.</summary>
    public LogitRange Logits { get; init; }

    /// <summary>Whether D's output is a logit, high on real samples, or an energy, low on them: as declared, or as the three losses agree. Default: a logit.</summary>
    public LogitSign Sign { get; init; }

    /// <summary>What is said to limit D outside of the objective, such as <c>spectral normalisation</c>; empty where nothing is.</summary>
    public IReadOnlyList<string> CriticLimits { get; init; } = [];

    /// <summary>Whether the generator's loss needs the real logits too, as a relativistic one does.</summary>
    public bool IsCoupled => Coupling != Coupling.None;

    /// <summary>The terms added to the discriminator's loss, in the order of declaration.</summary>
    public IReadOnlyList<PenaltyInfo> Penalties { get; init; } = [];

    /// <summary>The terms added to the generator's loss, in the order of declaration.</summary>
    public IReadOnlyList<PenaltyInfo> GeneratorPenalties { get; init; } = [];

    /// <summary>The numbers an instance may set, in the order of declaration.</summary>
    public IReadOnlyList<HyperparameterInfo> Hyperparameters { get; init; } = [];

    /// <summary>What the compiler found of the mathematics, at the hyperparameters' defaults.</summary>
    public AnalysisInfo Analysis { get; init; } = new();

    /// <summary>
    /// Checks every proved statement of <see cref="Analysis"/> again, from the losses' formulas at the hyperparameters' defaults and the certificate that the compiler left,
    /// without the compiler's analysis: with bounds of 128 bits, derivatives by recurrence, and exact sums of exponentials. All statements share 60,000 steps,
    /// which are counted, not timed: the same objective has the same result on every machine. What takes more is not decided (<see cref="VerdictCheck.IsDecided"/>).
    /// </summary>
    /// <returns>One check for each proved statement, in their order.</returns>
    public IReadOnlyList<VerdictCheck> Verify() => VerdictChecks.Of(this);

    /// <summary>c of the weight clipping <c>clamp(W, -c, c)</c>; null when there is none.</summary>
    public double? WeightClip { get; init; }

    /// <summary>The papers behind it, such as <c>Mao et al. 2017, arXiv 1611.04076</c>: those its declaration names, then those of its penalties and of its derivation.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What the objective's <see cref="IGanObjective.LossPath"/> is set to.</summary>
    public LossPath LossPath { get; init; }

    /// <summary>
    /// The way on which a loss of logits is computed: <see cref="LossPath.Kernel"/> or <see cref="LossPath.Composed"/>. One whose slope is a number, as of a critic, is left to autograd's own
    /// graph where that is faster: below 8,192 logits and from 4 million on.
    /// </summary>
    /// <param name="logits">Logits as the loss takes them.</param>
    /// <param name="reduction">What becomes of the losses; null is the mean.</param>
    /// <exception cref="ArgumentException">The loss would refuse them.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is the kernel, which cannot read these logits.</exception>
    public LossPath PathOf(torch.Tensor logits, LossReduction? reduction = null) => PathOf(logits, out _, reduction);

    /// <summary>The same, and why: a loss on a GPU goes by tensor operations where what compiles and launches its kernel is missing.</summary>
    /// <param name="logits">Logits as the loss takes them.</param>
    /// <param name="reason">The end of a sentence, "the loss goes this way, ...".</param>
    /// <param name="reduction">What becomes of the losses; null is the mean.</param>
    /// <exception cref="ArgumentException">The loss would refuse them.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LossPath"/> is the kernel, which cannot read these logits.</exception>
    public LossPath PathOf(torch.Tensor logits, out string reason, LossReduction? reduction = null)
    {
        using var scope = torch.NewDisposeScope();
        var side = LossSide.Of(logits, nameof(logits), reduction ?? LossReduction.Mean);
        var path = LossPathRule.Choose(LossPath, [side]);
        reason = LossPathRule.Explain(LossPath, side);
        return path;
    }
}
