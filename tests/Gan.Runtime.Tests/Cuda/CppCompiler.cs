using System.Diagnostics;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>A compiler of C++, if there is one.</summary>
internal static class CppCompiler
{
    private static readonly Lazy<string?> s_path = new(static () => OperatingSystem.IsLinux() ? new[] { "g++", "clang++", "c++" }.Select(PathOf).FirstOrDefault(static path => path is not null) : null);

    public static string? Path => s_path.Value;

    /// <summary>Compiles a text into a shared library.</summary>
    public static void Compile(string source, string library)
    {
        File.WriteAllText(library + ".cpp", source);
        var start = new ProcessStartInfo(Path!) { RedirectStandardError = true };
        // Nothing is contracted, as the text wants it.
        foreach (var argument in new[] { "-std=c++17", "-O0", "-w", "-ffp-contract=off", "-shared", "-fPIC", "-o", library, library + ".cpp" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Length > 4000 ? errors[..4000] : errors);
    }

    private static string? PathOf(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>A test that compiles C++; where no compiler is it is skipped, and says so.</summary>
public sealed class CppFactAttribute : FactAttribute
{
    public CppFactAttribute()
    {
        if (CppCompiler.Path is null)
            Skip = "There is no compiler of C++ for Linux: put g++ or clang++ on the PATH.";
    }
}

/// <inheritdoc cref="CppFactAttribute"/>
public sealed class CppTheoryAttribute : TheoryAttribute
{
    public CppTheoryAttribute()
    {
        if (CppCompiler.Path is null)
            Skip = "There is no compiler of C++ for Linux: put g++ or clang++ on the PATH.";
    }
}
