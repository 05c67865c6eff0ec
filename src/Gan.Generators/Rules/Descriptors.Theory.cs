using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// What is proved against an objective.
internal static partial class Descriptors
{
    private const string Theory = "Gan.Theory";

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor WrongSign = new(
        "GAN070", "A discriminator must tell real from fake",
        "With this loss D learns the opposite of its task: {0}{1}",
        Theory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN070.md");

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor Unbounded = new(
        "GAN071", "A discriminator's loss must have a minimum",
        "D's loss has no minimum, as when a formula is copied in the form that is maximised: {0}{1}",
        Theory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN071.md");

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor GeneratorDisagrees = new(
        "GAN072", "A generator's loss must agree with the discriminator's",
        "With this loss G works against itself: {0}{1}",
        Theory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN072.md");

    /// <summary>{0}: why.</summary>
    public static readonly DiagnosticDescriptor UnlimitedCritic = new(
        "GAN073", "A critic's loss has no minimum unless its slope is limited",
        "D's loss has no minimum unless D's slope is limited, so training diverges: add [GradientPenalty], [R1] or [WeightClip], or declare what limits it with [SpectralNorm] or [CriticLimitedBy] (where p and q differ, {0})",
        Theory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN073.md");

    /// <summary>{0}: why; {1}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor Saturating = new(
        "GAN074", "A saturating generator stops learning when the discriminator wins",
        "G stops learning where D wins, because its gradient vanishes there: {0}{1}",
        Theory, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN074.md");

    /// <summary>{0}: the eigenvalues; {1}: the penalties that do not help.</summary>
    public static readonly DiagnosticDescriptor NoLocalConvergence = new(
        "GAN075", "A gradient penalty with a target other than 0 does not give local convergence",
        "Near the equilibrium the players circle it for ever, and {1} does not help, because its target is a norm other than 0: use Target = 0, or [R1] instead (the Dirac-GAN's eigenvalues are {0})",
        Theory, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Docs + "GAN075.md");

    /// <summary>{0}: why.</summary>
    public static readonly DiagnosticDescriptor SmoothingWithoutMeaning = new(
        "GAN076", "Label smoothing needs a discriminator that estimates a probability",
        "Label smoothing has no meaning here, because D's output does not estimate how likely a sample is real: remove [LabelSmoothing] ({0})",
        Theory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN076.md");

    /// <summary>{0}: why.</summary>
    public static readonly DiagnosticDescriptor UnboundedEnergy = new(
        "GAN082", "An energy that can be negative may have no minimum",
        "D's loss has no minimum if this energy can be negative: if it cannot, as a reconstruction error cannot, declare Logits = LogitRange.NonNegative (for negative energies, {0})",
        Theory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN082.md");

    /// <summary>{0}: why.</summary>
    public static readonly DiagnosticDescriptor CannotDiscriminate = new(
        "GAN078", "A discriminator's loss must differ between real and fake samples",
        "With this loss D cannot tell real samples from fakes: write losses that are smallest at different logits ({0})",
        Theory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN078.md");

    /// <summary>{0}: the loss; {1}: where; {2}: what follows; {3}: what to write instead.</summary>
    public static readonly DiagnosticDescriptor NoGradient = new(
        "GAN079", "A loss has no gradient where its player has to learn",
        "{0} has no gradient {1}: {2}{3}",
        Theory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN079.md");
}
