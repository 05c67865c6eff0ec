namespace Gan.Package.Tests.Consuming;

/// <summary>A program of the SDK's template, to which the README's commands have added our package and TorchSharp's natives.</summary>
internal sealed class ConsoleProgram : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackedFeed _feed;

    public ConsoleProgram(PackedFeed feed)
    {
        _feed = feed;
        Done("dotnet new console -o . -n App --no-restore");
        foreach (var line in ReadmeLines.Add)
            Done(line);
    }

    /// <summary>Its output folder.</summary>
    public string Output => Directory.GetDirectories(_folder["bin/Release/net10.0"]).Single();

    public void Write(string program) => _folder.Write("Program.cs", program);

    /// <summary>Writes a property into the project.</summary>
    public void Set(string property, string value)
    {
        var project = File.ReadAllText(_folder["App.csproj"]);
        _folder.Write("App.csproj", project.Insert(project.IndexOf("</PropertyGroup>", StringComparison.Ordinal), $"<{property}>{value}</{property}>"));
    }

    /// <summary>Runs the SDK in its folder.</summary>
    public (int ExitCode, string Output) Run(params string[] arguments) => _feed.Run(_folder.Path, arguments);

    public void Dispose() => _folder.Dispose();

    private void Done(string line)
    {
        var (exitCode, output) = DotNet.RunLine(_folder.Path, _feed.Home, line);
        Assert.True(exitCode == 0, $"{line}\n{output}");
    }
}
