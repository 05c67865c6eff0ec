using System.Runtime.CompilerServices;
using DiffPlex.Renderer;

namespace Gan.Generators.Tests.Golden;

/// <summary>
/// Snapshots in Verify's file conventions: <c>Class.Method#Hint.verified.cs</c> beside the test, <c>.received.cs</c> on a mismatch.
/// A missing snapshot fails. <c>GANDSL_ACCEPT=1 dotnet test</c> accepts what was received.
/// </summary>
internal static class Golden
{
    /// <summary>Compares <paramref name="actual"/> with the snapshot of the calling test.</summary>
    public static void Verify(string actual, string hint, string extension = "cs", [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        var stem = Path.Combine(SourceFolder(file), $"{Path.GetFileNameWithoutExtension(file)}.{member}#{hint}");
        var (verified, received) = ($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
        if (Environment.GetEnvironmentVariable("GANDSL_ACCEPT") == "1")
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (expected == actual)
            return;

        File.WriteAllText(received, actual);
        Assert.Fail(expected is null
            ? $"There is no snapshot {verified}. Look at {received}; if it is right, run again with GANDSL_ACCEPT=1."
            : UnidiffRenderer.GenerateUnidiff(expected, actual, Path.GetFileName(verified), Path.GetFileName(received)));
    }

    /// <summary>The folder of the test's source: a deterministic build maps the compiler's paths, so it is found from the output folder.</summary>
    private static string SourceFolder(string file)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(file))!;
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var project = Path.Combine(directory.FullName, "Gan.Generators.Tests.csproj");
            if (File.Exists(project))
                return Path.Combine(directory.FullName, folder);
        }

        throw new InvalidOperationException($"The folder of Gan.Generators.Tests.csproj is not above {AppContext.BaseDirectory}.");
    }
}
