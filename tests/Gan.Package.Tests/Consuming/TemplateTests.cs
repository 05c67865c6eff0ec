namespace Gan.Package.Tests.Consuming;

/// <summary>What the README tells a stranger to type, and what the templates make, each with warnings as errors.</summary>
[Collection(nameof(PackedFeed))]
public class TemplateTests(PackedFeed feed)
{
    [Fact]
    public void TheLinesOfTheReadmeMakeAProjectThatRunsAndWhoseTestsPass()
    {
        using var folder = new TemporaryFolder();
        var lines = ReadmeLines.New;
        // The packages are packed already, and their folder is a source.
        Assert.Equal(["dotnet pack -c Release -o ~/gandsl-feed", "dotnet nuget add source ~/gandsl-feed --name gandsl"], lines[..2]);
        foreach (var line in lines[2..])
        {
            var (exitCode, output) = DotNet.RunLine(folder.Path, feed.Home, line);
            Assert.True(exitCode == 0, $"{line}\n{output}");
        }

        Assert.True(File.Exists(folder["out/MyExperiment/report.html"]));
        Done(folder["Mine"], "new", "gan-objective", "-n", "Other", "--kind", "method", "-o", "Mine");
        Assert.Contains("namespace Mine;", File.ReadAllText(folder["Mine/Mine/Other.cs"]));
        AssertTestsPass(folder["Mine"], atLeast: 20);
    }

    [Fact]
    public void PicturesAreLearnedByConvolutions()
    {
        using var folder = new TemporaryFolder();
        Done(folder.Path, "new", "gan", "-n", "draw-discs", "--data", "images", "--objective", "least-squares");

        // Nothing knows the namespace of a project that is not restored: the template says so and writes no wrong one.
        var (exitCode, output) = feed.Run(folder["draw-discs"], "new", "gan-objective", "-n", "Other", "-o", "draw-discs");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("draw-discs.csproj is not restored. Run 'dotnet restore", output);
        Assert.False(File.Exists(folder["draw-discs/draw-discs/Other.cs"]));

        Done(folder["draw-discs"], "build", "-c", "Release", "-warnaserror");
        Done(folder["draw-discs"], "run", "-c", "Release", "--no-build", "--project", "draw-discs", "--", "--steps", "10");

        Assert.True(File.Exists(folder["draw-discs/out/MyExperiment/report.html"]));
        Assert.Contains("namespace draw_discs;", File.ReadAllText(folder["draw-discs/draw-discs/MyObjective.cs"]));
        (exitCode, output) = feed.Run(folder["draw-discs"], "run", "-c", "Release", "--no-build", "--project", "draw-discs", "--", "explain", "GAN073");
        Assert.True(exitCode == 0, output);
        Assert.StartsWith("# GAN073: ", output);
    }

    private void AssertTestsPass(string folder, int atLeast)
    {
        var (exitCode, output) = feed.Run(folder, "test", "-c", "Release", "-warnaserror");
        Assert.True(exitCode == 0, output);
        var passed = System.Text.RegularExpressions.Regex.Match(output, @"Failed: +0, Passed: +(\d+), Skipped: +0");
        Assert.True(passed.Success && int.Parse(passed.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= atLeast, output);
    }

    private void Done(string folder, params string[] arguments)
    {
        var (exitCode, output) = feed.Run(folder, arguments);
        Assert.True(exitCode == 0, output);
    }
}
