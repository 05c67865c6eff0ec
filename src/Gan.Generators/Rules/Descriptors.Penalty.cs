using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// The penalties and the weight clip.
internal static partial class Descriptors
{
    private const string Penalty = "Gan.Penalty";

    /// <summary>{0}: the penalty; {1}: Weight or Gamma; {2}: its value.</summary>
    public static readonly DiagnosticDescriptor PenaltyWeight = new(
        "GAN030", "A penalty's weight must be finite and not negative",
        "{1} of {0} is {2}, which would reward what the penalty should prevent: give a finite number, 0 or more",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN030.md");

    /// <summary>{0}: the penalty; {1}: the value.</summary>
    public static readonly DiagnosticDescriptor PenaltyEvery = new(
        "GAN031", "A penalty's Every must be 1 or more",
        "Every of {0} is {1}, but it counts the steps from one evaluation to the next: give 1 or more (to leave the penalty out, Weight = 0)",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN031.md");

    /// <summary>{0}: the penalty.</summary>
    public static readonly DiagnosticDescriptor WeightAndGamma = new(
        "GAN032", "Weight and Gamma cannot both be set",
        "{0} gives both Weight and Gamma, though Weight = Gamma / 2: keep one of them",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN032.md");

    /// <summary>{0}: the penalty; {1}: the value.</summary>
    public static readonly DiagnosticDescriptor PenaltyTarget = new(
        "GAN033", "A penalty's target must be finite and not negative",
        "Target of {0} is {1}, but it is compared with a norm: give a finite number, 0 or more",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN033.md");

    /// <summary>{0}: the value.</summary>
    public static readonly DiagnosticDescriptor NoiseScale = new(
        "GAN034", "The scale of DRAGAN's noise must be positive",
        "Scale of Dragan is {0}, but it is the size of the noise around the real samples: give a finite number above 0 (for no noise, [GradientPenalty(At = PenaltyPoint.Real)])",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN034.md");

    /// <summary>{0}: the value.</summary>
    public static readonly DiagnosticDescriptor ClipLimit = new(
        "GAN035", "A weight clip's limit must be positive",
        "The weights cannot be kept within ±{0}: give a finite limit above 0, such as 0.01",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN035.md");

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor UnnamedLimit = new(
        "GAN083", "[CriticLimitedBy] must name what limits the critic",
        "[CriticLimitedBy] of '{0}' does not say what limits D: name it, as in [CriticLimitedBy(\"orthonormal layers\")]",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN083.md");

    /// <summary>{0}: the objective; {1}: the limit of the first.</summary>
    public static readonly DiagnosticDescriptor SecondClip = new(
        "GAN036", "An objective can have only one weight clip",
        "Objective '{0}' already clips the weights to ±{1}: remove one of the two, because only the narrower one has an effect",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN036.md");

    /// <summary>{0}: the penalty; {1}: the argument; {2}: its value.</summary>
    public static readonly DiagnosticDescriptor UnknownChoice = new(
        "GAN037", "An option must be a member of its enum",
        "{1} of {0} is {2}, which is not a member of its enum: use one of the members",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN037.md");

    /// <summary>{0}: the penalty; {1}: what the clip does to it.</summary>
    public static readonly DiagnosticDescriptor ClipAndPenalty = new(
        "GAN038", "A weight clip and a gradient penalty limit the same slope",
        "The weight clip and {0} both limit the slope of D, and the clip {1}: keep one of them",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN038.md");

    /// <summary>{0}, {1}: the penalties; {2}: the place; {3}: what to do.</summary>
    public static readonly DiagnosticDescriptor SamePoint = new(
        "GAN039", "Two penalties act on the same gradient",
        "{0} and {1} both act on the gradient {2}: {3}",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN039.md");

    /// <summary>{0}, {1}, {2}: one penalty, its target and its place; {3}, {4}, {5}: the other.</summary>
    public static readonly DiagnosticDescriptor OpposedPenalties = new(
        "GAN040", "Two penalties pull the same gradient to different norms",
        "{0} pulls the norm of the gradient to {1} {2}, {3} to {4} {5}, which meet: give them one target, or keep one of them",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN040.md");

    /// <summary>Nothing to fill in: the place says it all.</summary>
    public static readonly DiagnosticDescriptor OneSidedAtZero = new(
        "GAN041", "OneSided has no effect when the target is 0",
        "OneSided has no effect here, because no norm lies below the target 0: remove it",
        Penalty, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN041.md");

    /// <summary>{0}: the penalty; {1}: the objective; {2}: the layer.</summary>
    public static readonly DiagnosticDescriptor PenaltyWithBatchNorm = new(
        "GAN042", "A gradient penalty does not work with batch normalisation",
        "{0} of '{1}' needs the gradient of each sample by itself, but this discriminator has {2}, which mixes the samples of a batch: use InstanceNorm, LayerNorm or none",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN042.md");

    /// <summary>{0}: the penalty; {1}: the name; {2}: what to do.</summary>
    public static readonly DiagnosticDescriptor UnknownWeight = new(
        "GAN043", "WeightFrom must name a hyperparameter",
        "WeightFrom of {0} is '{1}', which is not a hyperparameter of this objective: {2}",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN043.md");

    /// <summary>{0}: the penalty; {1}: Weight or Gamma.</summary>
    public static readonly DiagnosticDescriptor WeightTwice = new(
        "GAN044", "A penalty can have only one weight",
        "{0} gives both {1} and WeightFrom: keep {1} for one weight, or WeightFrom for a weight of each instance",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN044.md");

    /// <summary>{0}: the property; {1}: the penalty.</summary>
    public static readonly DiagnosticDescriptor NegativeWeight = new(
        "GAN045", "A hyperparameter used as a penalty's weight cannot be negative",
        "Hyperparameter '{0}' is the weight of {1} and may be negative, which would reward what the penalty should prevent: give it Min = 0",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN045.md");

    /// <summary>{0}: the penalty; {1}: the value.</summary>
    public static readonly DiagnosticDescriptor DifferenceStep = new(
        "GAN046", "The step of a finite difference must be positive",
        "FiniteDifference of {0} is {1}, but it is the size σ of the step from x to x + σε: give a finite number above 0, such as 0.01 (for the exact gradient, leave it out)",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN046.md");

    /// <summary>{0}: the penalty; {1}: the value; {2}: the range.</summary>
    public static readonly DiagnosticDescriptor AverageDecay = new(
        "GAN047", "The decay of a moving average must lie between 0 and 1",
        "Decay of {0} is {1}, but it is the share of a moving average that each step keeps: give a number {2}",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN047.md");

    /// <summary>{0}: the penalty; {1}: the value.</summary>
    public static readonly DiagnosticDescriptor PenaltyStart = new(
        "GAN048", "A penalty's first step cannot be negative",
        "Start of {0} is {1}, but it is the number of its first step: give 0 or more",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN048.md");

    /// <summary>{0}: the formula.</summary>
    public static readonly DiagnosticDescriptor PenaltyFalls = new(
        "GAN120", "A gradient penalty must not fall as the gradient grows",
        "'{0}' falls as the norm n of the gradient grows, so it rewards a steep D: change its sign",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN120.md");

    /// <summary>{0}: which formula is negative, and where.</summary>
    public static readonly DiagnosticDescriptor PenaltyNegative = new(
        "GAN121", "A penalty must not be negative",
        "{0}, so it rewards what it should prevent: write a formula that is 0 or more",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN121.md");

    /// <summary>{0}: the formula.</summary>
    public static readonly DiagnosticDescriptor PenaltyIsConstant = new(
        "GAN122", "A gradient penalty must depend on the norm",
        "'{0}' does not depend on the norm n of the gradient, so the penalty is the same for every D: write a formula in n",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN122.md");

    /// <summary>{0}: the penalty; {1}: Target or OneSided.</summary>
    public static readonly DiagnosticDescriptor FormulaAndTarget = new(
        "GAN123", "A gradient penalty has either a formula or a target",
        "{0} gives both Formula and {1}, but the formula alone says what a norm costs: remove {1}, or the formula",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN123.md");

    /// <summary>{0}: the part; {1}: norms or logits.</summary>
    public static readonly DiagnosticDescriptor PenaltyUndefined = new(
        "GAN124", "A gradient penalty must have a value for every gradient",
        "'{0}' is undefined (NaN) for some {1}: write a formula that has a value there",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN124.md");

    /// <summary>{0}: the penalty; {1}: the value.</summary>
    public static readonly DiagnosticDescriptor NormOrder = new(
        "GAN125", "The order of a norm must be at least 1",
        "Order of {0} is {1}, but it is the order p of a norm: give 1 or more (2 is the usual norm, double.PositiveInfinity the largest absolute value)",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN125.md");

    /// <summary>{0}: the option; {1}: the penalty; {2}: the value; {3}: what it may be, and what it is.</summary>
    public static readonly DiagnosticDescriptor PenaltyRange = new(
        "GAN140", "An option of a penalty must lie in its range",
        "{0} of {1} is {2}, but it must be a finite number {3}",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN140.md");

    /// <summary>{0}: the name.</summary>
    public static readonly DiagnosticDescriptor DistanceName = new(
        "GAN141", "[Distance] needs an identifier as its name",
        "'{0}' names the term and the method that computes it, but it is not an identifier: give a name such as \"Cycle\"",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN141.md");

    /// <summary>{0}: what the share is, and what to do.</summary>
    public static readonly DiagnosticDescriptor TopKShare = new(
        "GAN142", "[TopK] needs a share of the batch",
        "The share of [TopK] {0}",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN142.md");

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor TopKCoupled = new(
        "GAN143", "[TopK] needs a generator's loss of the generated samples alone",
        "[TopK] of '{0}' leaves out generated samples, but the generator's loss compares them with the real ones: remove [TopK], or write a loss of single logits",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN143.md");

    /// <summary>{0}: the value.</summary>
    public static readonly DiagnosticDescriptor NoiseDeviation = new(
        "GAN110", "The deviation of instance noise must be finite and not negative",
        "The standard deviation of the noise is {0}: give a finite number of at least 0, such as 0.1",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN110.md");

    /// <summary>{0}: the class; {1}: why not, and what to do.</summary>
    public static readonly DiagnosticDescriptor UnusablePenalty = new(
        "GAN126", "[Penalty] must name a penalty that the generated code can use",
        "'{0}' {1}",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN126.md");

    /// <summary>{0}: the class; {1}: why not.</summary>
    public static readonly DiagnosticDescriptor PenaltyConstructor = new(
        "GAN127", "A penalty must be constructible from its attribute",
        "'{0}' cannot be constructed: {1}",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN127.md");
}
