using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Diagnostics;

/// <summary>Every diagnostic there is. Each has a page under docs/diagnostics and a row in AnalyzerReleases.Unshipped.md.</summary>
internal static class Descriptors
{
    private const string Docs = "https://github.com/gandsl/gandsl/blob/main/docs/diagnostics/";
    private const string Declaration = "Gan.Declaration";
    private const string Formula = "Gan.Formula";
    private const string Penalty = "Gan.Penalty";
    private const string Hyperparameter = "Gan.Hyperparameter";
    private const string LossFunction = "Gan.LossFunction";
    private const string Theory = "Gan.Theory";

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "GAN001", "An objective must be partial",
        "Objective '{0}' must be partial, because its losses are generated into another part of it: add 'partial'",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN001.md");

    /// <summary>{0}: the objective; {1}: the types around it.</summary>
    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "GAN002", "A type around an objective must be partial",
        "Objective '{0}' is nested in '{1}', which must be partial as well: add 'partial' there",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN002.md");

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor Static = new(
        "GAN003", "An objective cannot be static",
        "Objective '{0}' cannot be static, because a training loop takes an instance of it: remove 'static'",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN003.md");

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor Abstract = new(
        "GAN004", "An objective cannot be abstract",
        "Objective '{0}' cannot be abstract, because a training loop takes an instance of it: remove 'abstract', or declare the objective on a class derived from it",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN004.md");

    /// <summary>{0}: the objective; {1}: the file-local type, itself or one around it.</summary>
    public static readonly DiagnosticDescriptor FileLocal = new(
        "GAN005", "An objective cannot be file-local",
        "Objective '{0}' cannot be generated, because '{1}' is local to its file and generated code is another file: make it internal",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN005.md");

    /// <summary>{0}: the attribute; {1}: the type.</summary>
    public static readonly DiagnosticDescriptor StrayAttribute = new(
        "GAN006", "An attribute has no effect outside of an objective",
        "{0} has no effect, because '{1}' is no objective: add [GanObjective] to it",
        Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN006.md");

    /// <summary>{0}: the objective; {1}: the member.</summary>
    public static readonly DiagnosticDescriptor MemberIsGenerated = new(
        "GAN007", "A member's name belongs to generated code",
        "Objective '{0}' gets '{1}' from its declaration: give this member another name",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN007.md");

    /// <summary>{0}: the objective; {1}: the other one.</summary>
    public static readonly DiagnosticDescriptor DerivedObjective = new(
        "GAN008", "An objective cannot derive from another",
        "Objective '{0}' cannot derive from '{1}', which is an objective itself: its losses would only hide those of '{1}'; let both derive from a class that is none",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN008.md");

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor NoFormula = new(
        "GAN010", "An objective needs formulas",
        "Objective '{0}' declares no loss: give FD and FG, or Real, Fake and Generator",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN010.md");

    /// <summary>{0}: the objective; {1}, {2}: what is given of either form.</summary>
    public static readonly DiagnosticDescriptor BothForms = new(
        "GAN011", "An objective has one form of declaration",
        "Objective '{0}' declares its losses twice, by {1} and by {2}: keep one of the two forms",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN011.md");

    /// <summary>{0}: the objective; {1}: what is given; {2}: what is missing.</summary>
    public static readonly DiagnosticDescriptor IncompleteForm = new(
        "GAN012", "A form of declaration must be complete",
        "Objective '{0}' gives {1} without {2}: add {2}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN012.md");

    /// <summary>{0}: what the parser says.</summary>
    public static readonly DiagnosticDescriptor FormulaSyntax = new(
        "GAN013", "A formula must be a C# expression",
        "The formula cannot be read: {0}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN013.md");

    /// <summary>{0}: FD, FG, Real, Fake or Generator.</summary>
    public static readonly DiagnosticDescriptor EmptyFormula = new(
        "GAN014", "A formula cannot be empty",
        "{0} is empty: write an expression of the logit t, such as \"softplus(t)\"",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN014.md");

    /// <summary>{0}: the name; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor UnknownName = new(
        "GAN015", "A formula uses an unknown name",
        "'{0}' is neither t, a hyperparameter, a constant nor a function: {1}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN015.md");

    /// <summary>{0}: the function; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor UnknownFunction = new(
        "GAN016", "A formula calls an unknown function",
        "There is no function '{0}': {1}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN016.md");

    /// <summary>{0}: what the function takes and what it got.</summary>
    public static readonly DiagnosticDescriptor ArgumentCount = new(
        "GAN017", "A function got the wrong number of arguments",
        "Wrong number of arguments: {0}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN017.md");

    /// <summary>{0}: the call to write instead.</summary>
    public static readonly DiagnosticDescriptor CaretIsNotPower = new(
        "GAN018", "'^' is not a power",
        "'^' is not a power in C#: write {0}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN018.md");

    /// <summary>{0}: the construct and what to write instead.</summary>
    public static readonly DiagnosticDescriptor UnsupportedConstruct = new(
        "GAN019", "A formula uses what is no part of the language of formulas",
        "{0}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN019.md");

    /// <summary>{0}: the penalty; {1}: Weight or Gamma; {2}: its value.</summary>
    public static readonly DiagnosticDescriptor PenaltyWeight = new(
        "GAN030", "A penalty's weight must be finite and not negative",
        "{1} of {0} is {2}, which would reward what the penalty is to prevent: give a finite number, 0 or more",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN030.md");

    /// <summary>{0}: the penalty; {1}: the value.</summary>
    public static readonly DiagnosticDescriptor PenaltyEvery = new(
        "GAN031", "A penalty is evaluated every 1 or more steps",
        "Every of {0} is {1}, but counts the steps from one evaluation to the next: give 1 or more (to leave the penalty out, Weight = 0)",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN031.md");

    /// <summary>{0}: the penalty.</summary>
    public static readonly DiagnosticDescriptor WeightAndGamma = new(
        "GAN032", "Weight and Gamma are two names of one number",
        "{0} gives both Weight and Gamma, though Weight = Gamma / 2: keep one of them",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN032.md");

    /// <summary>{0}: the penalty; {1}: the value.</summary>
    public static readonly DiagnosticDescriptor PenaltyTarget = new(
        "GAN033", "A penalty's target is a norm",
        "Target of {0} is {1}, but is compared to a norm: give a finite number, 0 or more",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN033.md");

    /// <summary>{0}: the value.</summary>
    public static readonly DiagnosticDescriptor NoiseScale = new(
        "GAN034", "The scale of DRAGAN's noise must be positive",
        "Scale of Dragan is {0}, but is the size of the noise around the real samples: give a finite number above 0 (for no noise, [GradientPenalty(At = PenaltyPoint.Real)])",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN034.md");

    /// <summary>{0}: the value.</summary>
    public static readonly DiagnosticDescriptor ClipLimit = new(
        "GAN035", "A weight clip's limit must be positive",
        "The weights cannot be kept within ±{0}: give a finite limit above 0, such as 0.01",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN035.md");

    /// <summary>{0}: the objective; {1}: the limit of the first.</summary>
    public static readonly DiagnosticDescriptor SecondClip = new(
        "GAN036", "An objective clips weights once",
        "Objective '{0}' already clips the weights to ±{1}: remove one of the two, the narrower alone decides",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN036.md");

    /// <summary>{0}: the penalty; {1}: the argument; {2}: its value.</summary>
    public static readonly DiagnosticDescriptor UnknownChoice = new(
        "GAN037", "An option must be one of its enum's values",
        "{1} of {0} is {2}, which its enum does not name: use one of its members",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN037.md");

    /// <summary>{0}: the penalty; {1}: what the clip does to it.</summary>
    public static readonly DiagnosticDescriptor ClipAndPenalty = new(
        "GAN038", "A weight clip and a gradient penalty limit the same slope",
        "The weight clip and {0} both limit the slope of D, and the clip {1}: keep one of them",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN038.md");

    /// <summary>{0}, {1}: the penalties; {2}: the place; {3}: what to do.</summary>
    public static readonly DiagnosticDescriptor SamePoint = new(
        "GAN039", "Two penalties act on one gradient",
        "{0} and {1} both act on the gradient {2}: {3}",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN039.md");

    /// <summary>{0}, {1}, {2}: one penalty, its target and its place; {3}, {4}, {5}: the other.</summary>
    public static readonly DiagnosticDescriptor OpposedPenalties = new(
        "GAN040", "Two penalties pull one gradient to different norms",
        "{0} pulls the norm of the gradient to {1} {2}, {3} to {4} {5}, which meet: give them one target, or keep one of them",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN040.md");

    /// <summary>Nothing to fill in: the place says it all.</summary>
    public static readonly DiagnosticDescriptor OneSidedAtZero = new(
        "GAN041", "OneSided has no effect on a target of 0",
        "OneSided has no effect here, because no norm lies below the target 0: remove it",
        Penalty, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN041.md");

    /// <summary>{0}: the property; {1}: its type.</summary>
    public static readonly DiagnosticDescriptor HyperparameterType = new(
        "GAN050", "A hyperparameter must be a double",
        "Hyperparameter '{0}' is of type {1}, but formulas compute with doubles: make it double",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN050.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor StaticHyperparameter = new(
        "GAN051", "A hyperparameter cannot be static",
        "Hyperparameter '{0}' cannot be static, because each instance of an objective has its own value: remove 'static'",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN051.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor HyperparameterAccessors = new(
        "GAN052", "A hyperparameter must be readable and settable",
        "Hyperparameter '{0}' must be readable and settable: give it {{ get; init; }}",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN052.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor HyperparameterDefault = new(
        "GAN053", "A hyperparameter must start from a constant",
        "Hyperparameter '{0}' has no default that is known while compiling: initialise it with a constant, such as '= 1'",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN053.md");

    /// <summary>{0}: the property; {1}: the default; {2}: the range.</summary>
    public static readonly DiagnosticDescriptor DefaultOutOfRange = new(
        "GAN054", "A hyperparameter's default must lie in its range",
        "The default of hyperparameter '{0}' is {1}, outside of its own range {2}: initialise it with a value inside, or widen the range",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN054.md");

    /// <summary>{0}: the property; {1}: the range.</summary>
    public static readonly DiagnosticDescriptor EmptyRange = new(
        "GAN055", "A hyperparameter's range cannot be empty",
        "No value of hyperparameter '{0}' lies in its range {1}: give a Min below Max",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN055.md");

    /// <summary>{0}: the property; {1}: its name in formulas; {2}: what has that name.</summary>
    public static readonly DiagnosticDescriptor HyperparameterNameTaken = new(
        "GAN056", "A hyperparameter needs a name of its own",
        "Hyperparameter '{0}' would be '{1}' in formulas, which is {2} there: rename it",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN056.md");

    /// <summary>{0}, {1}: the properties; {2}: their name in formulas.</summary>
    public static readonly DiagnosticDescriptor HyperparameterNameTwice = new(
        "GAN057", "Two hyperparameters have one name in formulas",
        "Hyperparameters '{0}' and '{1}' would both be '{2}' in formulas: rename one of them",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN057.md");

    /// <summary>{0}: the property; {1}: its name in formulas.</summary>
    public static readonly DiagnosticDescriptor UnusedHyperparameter = new(
        "GAN058", "A hyperparameter is used by no formula",
        "Hyperparameter '{0}' is used by no formula: use it as '{1}', or remove its attribute",
        Hyperparameter, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN058.md");

    /// <summary>{0}: the part; {1}: the logit; {2}: infinite or NaN.</summary>
    public static readonly DiagnosticDescriptor Overflow = new(
        "GAN020", "A loss leaves the range of float32 at an ordinary logit",
        "'{0}' is {2} in float32 at t = {1}, and no form is known that is not: bound it, or keep the logits smaller",
        Formula, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN020.md");

    /// <summary>{0}: the penalty; {1}: the objective; {2}: the layer.</summary>
    public static readonly DiagnosticDescriptor PenaltyWithBatchNorm = new(
        "GAN042", "A gradient penalty does not go with batch normalisation",
        "{0} of '{1}' is about the gradient of each sample alone, but this discriminator has {2}, which mixes the samples of a batch: use InstanceNorm, LayerNorm or none",
        Penalty, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN042.md");

    /// <summary>{0}: the property; {1}: the default of its attribute.</summary>
    public static readonly DiagnosticDescriptor StrayDefault = new(
        "GAN059", "Default is that of a partial property",
        "Hyperparameter '{0}' is not partial, so nothing sets it to the default of its attribute: initialise it, '= {1}', or make it partial",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN059.md");

    /// <summary>{0}: the penalty; {1}: the name; {2}: what to do.</summary>
    public static readonly DiagnosticDescriptor UnknownWeight = new(
        "GAN043", "A penalty's weight comes from a hyperparameter",
        "WeightFrom of {0} is '{1}', which is no hyperparameter of this objective: {2}",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN043.md");

    /// <summary>{0}: the penalty; {1}: Weight or Gamma.</summary>
    public static readonly DiagnosticDescriptor WeightTwice = new(
        "GAN044", "A penalty has one weight",
        "{0} gives both {1} and WeightFrom: keep {1} for one weight, or WeightFrom for a weight of each instance",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN044.md");

    /// <summary>{0}: the property; {1}: the penalty.</summary>
    public static readonly DiagnosticDescriptor NegativeWeight = new(
        "GAN045", "A hyperparameter that is a penalty's weight cannot be negative",
        "Hyperparameter '{0}' is the weight of {1} and may be negative, which would reward what the penalty is to prevent: give it Min = 0",
        Penalty, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN045.md");

    /// <summary>{0}: the method; {1}: what is wrong with its signature and what to do.</summary>
    public static readonly DiagnosticDescriptor LossFunctionSignature = new(
        "GAN060", "A loss function must be a function of numbers",
        "Loss function '{0}' {1}",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN060.md");

    /// <summary>{0}: the construct and what to write instead.</summary>
    public static readonly DiagnosticDescriptor UnsupportedInLossFunction = new(
        "GAN061", "A loss function uses what no formula can say",
        "{0}",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN061.md");

    /// <summary>{0}: the arithmetic, what C# makes of it and what to write instead.</summary>
    public static readonly DiagnosticDescriptor IntegerArithmetic = new(
        "GAN062", "A loss function computes with integers",
        "{0}",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN062.md");

    /// <summary>{0}: the calls from the function to itself.</summary>
    public static readonly DiagnosticDescriptor RecursiveLossFunction = new(
        "GAN063", "A loss function cannot need itself",
        "{0} would never end, because a loss function is written out in the place of its call: remove the call",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN063.md");

    /// <summary>{0}: the function or its parameter; {1}: what has that name.</summary>
    public static readonly DiagnosticDescriptor LossFunctionNameTaken = new(
        "GAN064", "A loss function and its parameters need names of their own",
        "{0} has the name of {1} in formulas: rename it",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN064.md");

    /// <summary>{0}: the method.</summary>
    public static readonly DiagnosticDescriptor LossFunctionNameTwice = new(
        "GAN065", "Two loss functions have one name",
        "There is another loss function '{0}', and a formula cannot tell the two apart: rename one of them",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN065.md");

    /// <summary>{0}: the method.</summary>
    public static readonly DiagnosticDescriptor UnusedLossFunction = new(
        "GAN066", "A loss function is used by no formula",
        "Loss function '{0}' is used by no formula: use it by its name, or remove its attribute",
        LossFunction, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN066.md");

    /// <summary>{0}: a u at which f is not convex.</summary>
    public static readonly DiagnosticDescriptor DivergenceNotConvex = new(
        "GAN081", "The function of a divergence must be convex",
        "f is not convex at u = {0}: a divergence needs a convex f, and this may be one copied with the other sign",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN081.md");

    /// <summary>{0}: f(1).</summary>
    public static readonly DiagnosticDescriptor DivergenceOffset = new(
        "GAN080", "A divergence is 0 where the distributions are equal",
        "f(1) is {0}, not 0: the divergence of equal distributions, and the loss, are offset by it; subtract it from f",
        Formula, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN080.md");

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor WrongSign = new(
        "GAN070", "A discriminator must tell real from fake",
        "With this loss D learns the opposite of its task: {0}{1}",
        Theory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN070.md");

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor Unbounded = new(
        "GAN071", "A discriminator's loss must have a minimum",
        "Minimising this loss of D leads nowhere, as of a formula in the form that is maximised: {0}{1}",
        Theory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN071.md");

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor GeneratorDisagrees = new(
        "GAN072", "A generator must go to where the discriminator puts the real samples",
        "With this loss G works against itself: {0}{1}",
        Theory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN072.md");

    /// <summary>{0}: why.</summary>
    public static readonly DiagnosticDescriptor UnlimitedCritic = new(
        "GAN073", "A critic without a minimum needs its slope limited",
        "D's loss has no minimum where p and q differ ({0}): limit D's slope by [GradientPenalty], [R1] or [WeightClip], or say [SpectralNorm] where its layers do",
        Theory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN073.md");

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor Saturating = new(
        "GAN074", "A saturating generator stops learning where the discriminator wins",
        "G's gradient vanishes exactly where D wins: {0}{1}",
        Theory, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN074.md");

    /// <summary>{0}: the eigenvalues; {1}: the penalties that do not help.</summary>
    public static readonly DiagnosticDescriptor NoLocalConvergence = new(
        "GAN075", "Without a zero-centred gradient penalty there is no local convergence",
        "Near their equilibrium the players turn around it for ever (the Dirac-GAN's eigenvalues are {0}): {1}a zero-centred penalty such as [R1] draws them in",
        Theory, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN075.md");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
    ];
}
