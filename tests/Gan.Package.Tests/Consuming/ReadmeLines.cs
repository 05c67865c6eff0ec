namespace Gan.Package.Tests.Consuming;

/// <summary>The commands by which the README puts the packages into a project.</summary>
internal static class ReadmeLines
{
    /// <summary>Those that make a new project.</summary>
    public static string[] New => s_blocks[0];

    /// <summary>Those that add a package to a project that is there.</summary>
    public static string[] Add => s_blocks[1];

    private static readonly string[][] s_blocks =
    [
        .. File.ReadAllText(Path.Combine(Places.Repository, "README.md")).ReplaceLineEndings("\n")
            .Split("\n## ").Single(static section => section.StartsWith("In your own project\n", StringComparison.Ordinal))
            .Split("```sh\n").Skip(1).Select(static block => block.Split("\n```")[0].Split('\n').Select(static line => line.Split('#')[0].Trim()).ToArray()),
    ];
}
