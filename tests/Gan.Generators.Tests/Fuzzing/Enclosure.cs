using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>A namespace around all that a source declares, so that many sources make one compilation.</summary>
internal static class Enclosure
{
    public static string Around(string source, string name)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        // What an attribute of the assembly names stands in the namespace.
        var own = root.AttributeLists.Count > 0 ? $"using {name};\n" : "";
        var members = string.Concat(root.Members.Select(static member => member is FileScopedNamespaceDeclarationSyntax scoped
            ? $"namespace {scoped.Name} {{\n{scoped.Usings.ToFullString()}{scoped.Members.ToFullString()}\n}}"
            : member.ToFullString()));
        return $"{root.Externs.ToFullString()}{own}{root.Usings.ToFullString()}{root.AttributeLists.ToFullString()}\nnamespace {name}\n{{\n{members}\n}}\n";
    }
}
