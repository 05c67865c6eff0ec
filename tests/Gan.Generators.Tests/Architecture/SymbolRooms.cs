using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Architecture;

/// <summary>
/// The folders of a project, and which of them use which, by what each name in their code stands for: public types share one namespace, so that usings do not tell.
/// </summary>
internal static class SymbolRooms
{
    /// <param name="folder">The project's folder, from the repository's root.</param>
    /// <param name="root">Its root namespace, in which its public types are.</param>
    /// <param name="names">Its rooms, from the one that knows no other on; what lies in a folder within one belongs to it.</param>
    public static SourceRooms Of(string folder, string root, List<string> names)
    {
        var project = Path.Combine(Repository.Root, folder);
        var trees = SourceRooms.PathsIn(project).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(project, path)), new(LanguageVersion.Latest), path)).ToArray();
        var usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;");
        var compilation = CSharpCompilation.Create(Path.GetFileName(folder), [usings, .. trees], References(Path.GetFileName(folder)), new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return new(names, [.. trees.Select(tree => Read(compilation.GetSemanticModel(tree), tree))]);

        SourceFile Read(SemanticModel model, SyntaxTree tree)
        {
            var directory = Path.GetDirectoryName(tree.FilePath)!.Replace('\\', '/');
            var code = tree.GetRoot();
            var isPublic = code.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Any(static type => type.Parent is not TypeDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword));
            var uses = code.DescendantNodes().OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Where(symbol => symbol is not null and not INamespaceSymbol && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly))
                .SelectMany(static symbol => symbol!.OriginalDefinition.DeclaringSyntaxReferences)
                .Select(reference => SourceRooms.RoomOf(names, Path.GetDirectoryName(reference.SyntaxTree.FilePath)!))
                .OfType<string>();
            var space = code.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
            return new(tree.FilePath, space, isPublic || directory.Length == 0 ? root : $"{root}.{directory.Replace('/', '.')}", SourceRooms.RoomOf(names, directory), [.. uses.Distinct()]);
        }
    }

    /// <summary>What is loaded here, without the project itself.</summary>
    private static IEnumerable<MetadataReference> References(string project) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != project)
            .Select(static path => MetadataReference.CreateFromFile(path));
}
