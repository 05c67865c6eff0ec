using System.Diagnostics;
using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>An exception that the compiler itself met on one declaration: plain values, by which the type is found again to report it there.</summary>
/// <param name="Id">The type's documentation comment id.</param>
/// <param name="Name">The type's name.</param>
/// <param name="What">The exception, with the method that threw it.</param>
internal sealed record Failure(string Id, string Name, string What)
{
    public static Failure Of(INamedTypeSymbol type, Exception exception) => new(type.GetDocumentationCommentId() ?? "", type.Name, Describe(exception));

    public static Failure Of(TypeIdentity type, Exception exception) => new("T:" + type.MetadataName.Replace('+', '.'), type.Self.Name, Describe(exception));

    /// <summary>One line: no file names, which differ from machine to machine.</summary>
    public static string Describe(Exception exception)
    {
        var method = new StackTrace(exception).GetFrame(0)?.GetMethod();
        var message = string.Join(" ", exception.Message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return $"{exception.GetType().Name} in {method?.DeclaringType?.FullName}.{method?.Name}: {VisibleText.Of(message)}";
    }

    /// <summary>The type's name in the source; nowhere where the type is none of the compilation.</summary>
    public Location LocationIn(Compilation compilation)
        => DocumentationCommentId.GetFirstSymbolForDeclarationId(Id, compilation)?.Locations.FirstOrDefault(location => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)) ?? Location.None;
}
