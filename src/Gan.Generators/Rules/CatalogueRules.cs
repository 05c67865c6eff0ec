using Gan.Generators.Declarations;
using Gan.Generators.Emission;

namespace Gan.Generators.Rules;

/// <summary>A catalogue is another part of its class, with members of its own.</summary>
internal static class CatalogueRules
{
    /// <summary>Why there can be none; null where there can.</summary>
    public static string? WhyNot(CatalogueDeclaration catalogue) => catalogue.Shape switch
    {
        { IsPartial: false } => "it is not partial: add 'partial'",
        { NonPartialContainers.Count: > 0 } shape => $"it is nested in '{string.Join("', '", shape.NonPartialContainers)}', which is not partial: add 'partial' there",
        { FileLocalType: { } local } => $"'{local}' is local to its file, and generated code is in another file: make it internal",
        var shape => shape.MemberNames.Intersect(CatalogueEmitter.Own).FirstOrDefault() is { } member ? $"'{member}' is generated for it: give this member another name" : null,
    };
}
