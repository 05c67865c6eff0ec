using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// The loss functions: C# methods that are read as formulas.
internal static partial class Descriptors
{
    private const string LossFunction = "Gan.LossFunction";

    /// <summary>{0}: the method; {1}: what is wrong with its signature and what to do.</summary>
    public static readonly DiagnosticDescriptor LossFunctionSignature = new(
        "GAN060", "A loss function must take and return numbers",
        "Loss function '{0}' {1}",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN060.md");

    /// <summary>{0}: the construct and what to write instead.</summary>
    public static readonly DiagnosticDescriptor UnsupportedInLossFunction = new(
        "GAN061", "A loss function uses C# that formulas do not support",
        "{0}",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN061.md");

    /// <summary>{0}: the arithmetic, what C# makes of it and what to write instead.</summary>
    public static readonly DiagnosticDescriptor IntegerArithmetic = new(
        "GAN062", "A loss function computes with integers",
        "{0}",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN062.md");

    /// <summary>{0}: the calls from the function to itself.</summary>
    public static readonly DiagnosticDescriptor RecursiveLossFunction = new(
        "GAN063", "A loss function cannot call itself",
        "{0} would never end, because each call is replaced by the function's body: remove the call",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN063.md");

    /// <summary>{0}: the function or its parameter; {1}: what has that name.</summary>
    public static readonly DiagnosticDescriptor LossFunctionNameTaken = new(
        "GAN064", "The name of a loss function is taken",
        "{0} has the name of {1} in formulas: rename it",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN064.md");

    /// <summary>{0}: the method.</summary>
    public static readonly DiagnosticDescriptor LossFunctionNameTwice = new(
        "GAN065", "Two loss functions have the same name",
        "There is another loss function '{0}', and a formula cannot tell the two apart: rename one of them",
        LossFunction, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN065.md");

    /// <summary>{0}: the method.</summary>
    public static readonly DiagnosticDescriptor UnusedLossFunction = new(
        "GAN066", "A loss function is not used",
        "Loss function '{0}' is not used in any formula: use it by its name, or remove its attribute",
        LossFunction, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN066.md");
}
