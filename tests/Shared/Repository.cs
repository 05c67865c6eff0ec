namespace Gan.Tests.Shared;

/// <summary>The folder that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "GanDsl.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException($"GanDsl.sln is not above {AppContext.BaseDirectory}.");
    }
}
