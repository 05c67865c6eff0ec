using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// The type: whether another part of it can be written.
internal static partial class Descriptors
{
    private const string Declaration = "Gan.Declaration";

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "GAN001", "An objective must be partial",
        "Objective '{0}' must be partial, because its losses are generated into another part of it: add 'partial'",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN001.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the objective; {1}: the types around it.</summary>
    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "GAN002", "A type around an objective must be partial",
        "Objective '{0}' is nested in '{1}', which must be partial as well: add 'partial' there",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN002.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor Static = new(
        "GAN003", "An objective cannot be static",
        "Objective '{0}' cannot be static, because a training loop takes an instance of it: remove 'static'",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN003.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the objective.</summary>
    public static readonly DiagnosticDescriptor Abstract = new(
        "GAN004", "An objective cannot be abstract",
        "Objective '{0}' cannot be abstract, because a training loop takes an instance of it: remove 'abstract', or declare the objective on a class derived from it",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN004.md");

    /// <summary>{0}: the objective; {1}: the file-local type, itself or one around it.</summary>
    public static readonly DiagnosticDescriptor FileLocal = new(
        "GAN005", "An objective cannot be file-local",
        "Objective '{0}' cannot be generated, because '{1}' is local to its file, and generated code is in another file: make it internal",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN005.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the attribute; {1}: the type.</summary>
    public static readonly DiagnosticDescriptor StrayAttribute = new(
        "GAN006", "An attribute has no effect outside an objective",
        "{0} has no effect, because '{1}' is not an objective: add [GanObjective] to it",
        Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN006.md");

    /// <summary>{0}: the objective; {1}: the member; {2}: which one is to be renamed.</summary>
    public static readonly DiagnosticDescriptor MemberIsGenerated = new(
        "GAN007", "A member has the name of a generated member",
        "'{1}' is generated for objective '{0}': give {2} another name",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN007.md");

    /// <summary>{0}: the objective; {1}: the other one.</summary>
    public static readonly DiagnosticDescriptor DerivedObjective = new(
        "GAN008", "An objective cannot derive from another",
        "Objective '{0}' cannot derive from '{1}', which is an objective itself: its losses would only hide those of '{1}'; derive both from a class that is not an objective",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN008.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the objective; {1}: the member.</summary>
    public static readonly DiagnosticDescriptor ForbiddenMember = new(
        "GAN028", "A formula cannot use a member that [Obsolete] forbids",
        "Objective '{0}' cannot use '{1}', because its [Obsolete] cannot be silenced in generated code: remove 'error: true', or make DiagnosticId an identifier",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN028.md");

    /// <summary>{0}: the class; {1}: why not.</summary>
    public static readonly DiagnosticDescriptor NoCatalogue = new(
        "GAN029", "A catalogue cannot be generated",
        "Catalogue '{0}' cannot be generated, because {1}",
        Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN029.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
