using System.Reflection;

namespace Gan.Package.Tests;

/// <summary>Where the repository and TorchSharp's package are, as the build of this project saw them.</summary>
internal static class Places
{
    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The repository's version.</summary>
    public static string Version { get; } = Metadata("Version");

    /// <summary>Where NuGet keeps the packages that this repository has restored.</summary>
    public static IReadOnlyList<string> Packages { get; } = Metadata("PackagesFolders").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string TorchSharpLibrary { get; } =
        Path.Combine(Metadata("TorchSharpFolder"), "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    public static string BuildTransitive { get; } = Path.Combine(Repository, "src", "Gan.Runtime", "buildTransitive");

    private static string Metadata(string key) => typeof(Places).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
