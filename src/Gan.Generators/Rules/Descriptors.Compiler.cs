using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// Faults of the compiler itself: each is told where it happened, and harms that declaration alone.
internal static partial class Descriptors
{
    private const string Compiler = "Gan.Compiler";

    /// <summary>{0}: the type; {1}: the exception.</summary>
    public static readonly DiagnosticDescriptor CompilerFailed = new(
        "GAN026", "The compiler failed on a declaration",
        "GanDsl failed on '{0}' because of a bug of its own, and generated nothing that can run for it: report the declaration with this text: {1}",
        Compiler, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN026.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the type; {1}: the exception.</summary>
    public static readonly DiagnosticDescriptor AnalysisFailed = new(
        "GAN027", "The checks of a declaration failed",
        "GanDsl could not check '{0}' because of a bug of its own, and may have missed a mistake in it: report the declaration with this text: {1}",
        Compiler, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN027.md");
}
