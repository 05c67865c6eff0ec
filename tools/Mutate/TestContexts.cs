using System.Reflection;
using System.Runtime.Loader;

namespace Mutate;

/// <summary>Everything of the tests' folder that no mutant changes; loaded once, natives included.</summary>
internal sealed class SharedContext(string testAssembly) : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver = new(testAssembly);

    public string? PathOf(AssemblyName name) => _resolver.ResolveAssemblyToPath(name);

    protected override Assembly? Load(AssemblyName name) => PathOf(name) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string name) => _resolver.ResolveUnmanagedDllToPath(name) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}

/// <summary>A mutated assembly with the tests and whatever of ours refers to it.</summary>
internal sealed class MutantContext(SharedContext shared, string name, byte[] image) : AssemblyLoadContext(null, isCollectible: true)
{
    static MutantContext() => AppDomain.CurrentDomain.AssemblyResolve += static (_, request) => Current?.Find(new(request.Name));

    /// <summary>Where a test is running: code that it compiles and loads looks for its references there.</summary>
    public static MutantContext? Current { get; set; }

    /// <summary>Null for what is not there: the runtime would ask here again, without end.</summary>
    private Assembly? Find(AssemblyName assembly) => assembly.Name == name || shared.PathOf(assembly) is not null ? LoadFromAssemblyName(assembly) : null;

    protected override Assembly? Load(AssemblyName assembly)
    {
        if (assembly.Name == name) return LoadFromStream(new MemoryStream(image));
        return assembly.Name!.StartsWith("Gan.", StringComparison.Ordinal) && shared.PathOf(assembly) is { } path
            ? LoadFromAssemblyPath(path)
            : shared.LoadFromAssemblyName(assembly);
    }
}
