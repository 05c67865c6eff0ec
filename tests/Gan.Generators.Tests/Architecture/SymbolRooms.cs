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
    public static SourceRooms Of(string folder, string root, List<string> names) => Of(CompilationOf(folder), folder, root, names);

    /// <summary>A project's sources, without what a generator adds to them.</summary>
    /// <param name="folder">The project's folder, from the repository's root.</param>
    public static CSharpCompilation CompilationOf(string folder)
    {
        var (project, name) = (Path.Combine(Repository.Root, folder), Path.GetFileName(folder));
        var trees = SourceRooms.PathsIn(project).Select(path => Path.Combine(project, path)).Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.Latest), path));
        var usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;");
        return CSharpCompilation.Create(name, [usings, .. trees], References(name), new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    /// <param name="compilation">The project.</param>
    /// <param name="folder">Its folder, from the repository's root.</param>
    /// <param name="root">Its root namespace, in which its public types are, unless they are in that of their folder.</param>
    /// <param name="names">Its rooms, from the one that knows no other on; what lies in a folder within one belongs to it.</param>
    /// <param name="generatedIn">The room that what is generated belongs to; null where it is left out.</param>
    /// <param name="withoutNamespace">The one file that is in no namespace, if there is one.</param>
    public static SourceRooms Of(Compilation compilation, string folder, string root, List<string> names, string? generatedIn = null, string? withoutNamespace = null)
    {
        var project = Path.Combine(Repository.Root, folder);
        var paths = compilation.SyntaxTrees.ToDictionary(static tree => tree, PathOf);
        return new(names, [.. paths.Where(static file => file.Value is not null).Select(file => Read(compilation.GetSemanticModel(file.Key), file.Key, file.Value!)).OrderBy(static file => file.Path, StringComparer.Ordinal)]);

        string? PathOf(SyntaxTree tree) =>
            tree.FilePath.StartsWith(project, StringComparison.Ordinal) ? Path.GetRelativePath(project, tree.FilePath).Replace('\\', '/')
            : generatedIn is not null && tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) ? $"{generatedIn}/{Path.GetFileName(tree.FilePath)}"
            : null;

        SourceFile Read(SemanticModel model, SyntaxTree tree, string path)
        {
            var directory = FolderOf(path);
            var code = tree.GetRoot();
            var isPublic = path.EndsWith(".g.cs", StringComparison.Ordinal) || code.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Any(static type => type.Parent is not TypeDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword));
            var uses = code.DescendantNodes().OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Where(symbol => symbol is not null and not INamespaceSymbol && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly))
                .SelectMany(static symbol => symbol!.OriginalDefinition.DeclaringSyntaxReferences)
                .Select(reference => paths[reference.SyntaxTree] is { } used ? SourceRooms.RoomOf(names, FolderOf(used)) : null)
                .OfType<string>();
            var space = code.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
            var ofFolder = directory.Length == 0 ? root : $"{root}.{directory.Replace('/', '.')}";
            return new(path, space, path == withoutNamespace ? "" : isPublic && space != ofFolder ? root : ofFolder, SourceRooms.RoomOf(names, directory), [.. uses.Distinct()]);
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');

    /// <summary>What is loaded here, without the project itself.</summary>
    private static IEnumerable<MetadataReference> References(string project) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != project)
            .Select(static path => MetadataReference.CreateFromFile(path));
}
