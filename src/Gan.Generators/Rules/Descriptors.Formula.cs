using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// The formulas: what the parser and the compiler say of them.
internal static partial class Descriptors
{
    private const string Formula = "Gan.Formula";

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor NoFormula = new(
        "GAN010", "An objective needs formulas",
        "Objective '{0}' declares no loss: give FD and FG, or Real, Fake and Generator",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN010.md");

    /// <summary>{0}: the objective; {1}, {2}: what is given, and of which form.</summary>
    public static readonly DiagnosticDescriptor BothForms = new(
        "GAN011", "An objective must use one form of declaration",
        "Objective '{0}' mixes two forms of declaration: {1}, and {2}; keep one of them",
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

    /// <summary>{0}: the call to write instead; {1}: the operator.</summary>
    public static readonly DiagnosticDescriptor CaretIsNotPower = new(
        "GAN018", "'^' and '**' are not power operators",
        "'{1}' is not a power in C#: write {0}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN018.md");

    /// <summary>{0}: the construct and what to write instead.</summary>
    public static readonly DiagnosticDescriptor UnsupportedConstruct = new(
        "GAN019", "A formula uses something outside the formula language",
        "{0}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN019.md");

    /// <summary>{0}: the part; {1}: the logit; {2}: infinite or NaN.</summary>
    public static readonly DiagnosticDescriptor Overflow = new(
        "GAN020", "A loss overflows at an ordinary logit",
        "'{0}' is {2} in float32 at t = {1}, and GanDsl knows no stable form of it: bound it, or keep the logits smaller",
        Formula, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN020.md");

    /// <summary>{0}: the part; {1}: the call to write instead.</summary>
    public static readonly DiagnosticDescriptor HasName = new(
        "GAN021", "Part of a formula is a named function",
        "'{0}' is {1}, and is computed as that: write the name, which reads better",
        Formula, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN021.md");

    /// <summary>{0}: the part; {1}: what to write instead; {2}: what else is wrong with it.</summary>
    public static readonly DiagnosticDescriptor SpeaksOfSamples = new(
        "GAN022", "A formula must be written in the logit t",
        "'{0}': a formula is a function of the logit t that D returns, and GanDsl takes the mean: write {1}{2}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN022.md");

    /// <summary>{0}: the coupling; {1}: the objective; {2}: the formulas given.</summary>
    public static readonly DiagnosticDescriptor CoupledForm = new(
        "GAN023", "A relativistic objective must be declared with FD and FG",
        "Coupling.{0} of '{1}' compares real and fake logits, so they have no separate losses: give FD and FG instead of {2}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN023.md");

    /// <summary>{0}: the target.</summary>
    public static readonly DiagnosticDescriptor SmoothingTarget = new(
        "GAN024", "The target of label smoothing must be above 0.5 and at most 1",
        "The target of LabelSmoothing is {0}, but it is the probability of 'real' for a real sample: give a number above 0.5 and at most 1",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN024.md");

    /// <summary>{0}: the property; {1}: what is wrong with it and what to do.</summary>
    public static readonly DiagnosticDescriptor SmoothingFrom = new(
        "GAN025", "The target of label smoothing must come from a hyperparameter within 0.5 to 1",
        "The target of LabelSmoothing comes from '{0}', {1}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN025.md");

    /// <summary>{0}: the logarithm; {1}: where and what comes of it; {2}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor ProbabilityForLogit = new(
        "GAN077", "A formula treats the logit as a probability",
        "'{0}' takes t for a probability, but D returns a logit, which is any real number: {1}{2}",
        Formula, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN077.md");

    /// <summary>{0}: the part; {1}: the logits; {2}: the hyperparameters' values.</summary>
    public static readonly DiagnosticDescriptor Undefined = new(
        "GAN086", "A loss must have a value for every logit",
        "'{0}' is undefined (NaN) {1}{2}, but D may return any real number: write a formula that has a value there",
        Formula, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN086.md");

    /// <summary>{0}: the name; {1}: what it is besides.</summary>
    public static readonly DiagnosticDescriptor AmbiguousName = new(
        "GAN087", "A name in a formula must have one meaning",
        "'{0}' is {1}, and also the name of a constant: rename the constant",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN087.md");

    /// <summary>{0}: what is wrong and what to write instead.</summary>
    public static readonly DiagnosticDescriptor BatchFunction = new(
        "GAN088", "A batch function must be taken of a batch of logits",
        "{0}",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN088.md");

    /// <summary>{0}: the formula that has them.</summary>
    public static readonly DiagnosticDescriptor SmoothedBatch = new(
        "GAN089", "Label smoothing needs losses of single logits",
        "LabelSmoothing mixes the losses of one logit, but {0} uses batch functions: write the smoothed loss in Real, and remove [LabelSmoothing]",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN089.md");

    /// <summary>{0}: f(1).</summary>
    public static readonly DiagnosticDescriptor DivergenceOffset = new(
        "GAN080", "A divergence should be 0 for equal distributions",
        "f(1) is {0}, not 0, so this divergence is not 0 for equal distributions, though its gradients are right: subtract that number from f",
        Formula, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN080.md");

    /// <summary>{0}: a u at which f is not convex.</summary>
    public static readonly DiagnosticDescriptor DivergenceNotConvex = new(
        "GAN081", "The function of a divergence must be convex",
        "f is not convex at u = {0}: a divergence needs a convex f, so check the sign of f",
        Formula, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN081.md");
}
