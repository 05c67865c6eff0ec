using System.Globalization;

namespace Gan.Package.Tests.Consuming;

/// <summary>A program that adds the package: what it computes, and what compiler and build say to it.</summary>
[Collection(nameof(PackedFeed))]
public class ConsoleProgramTests(PackedFeed feed)
{
    private const string Source = """
        using Gan.Dsl;
        using Gan.Runtime;
        using TorchSharp;

        using var logits = torch.zeros(4);
        using var mine = new Mine().DiscriminatorLoss(logits, logits);
        using var hinge = Objectives.Hinge.DiscriminatorLoss(logits, logits);
        Console.WriteLine(FormattableString.Invariant($"losses {mine.item<float>():R} {hinge.item<float>():R} {TorchBackend.Check().Status}"));

        [GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
        [R1(Gamma = 10, Every = 16)]
        internal sealed partial class Mine;
        """;

    [Fact]
    public void ItBuildsWithoutAWarningAndComputesAndAMistakeIsAnError()
    {
        using var program = new ConsoleProgram(feed);
        program.Write(Source);

        // Nothing is copied yet: the gigabyte that the warning speaks of stays where it is.
        var (exitCode, output) = program.Run("msbuild", "-t:ResolvePackageAssets", "-v:m", "-nologo");
        Assert.True(exitCode == 0, output);
        var warning = Assert.Single(output.Split('\n'), static line => line.Contains("warning GANBUILD002", StringComparison.Ordinal));
        Assert.Contains("libtorch for every platform", warning);
        Assert.Contains("Set UseCurrentRuntimeIdentifier to true", warning);

        program.Set("UseCurrentRuntimeIdentifier", "true");
        program.Set("CreateHardLinksForCopyLocalIfPossible", "true");
        (exitCode, output) = program.Run("build", "-c", "Release", "-warnaserror");
        Assert.True(exitCode == 0, output);
        AssertComputes(program);
        AssertRelaxed(Path.Combine(program.Output, "libLibTorchSharp.so"));

        program.Write(Source.Replace("FD = \"softplus", "FD = \"softplos"));
        (exitCode, output) = program.Run("build", "-c", "Release", "--no-restore");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Program.cs(10,21): error GAN016:", output);
    }

    private static void AssertComputes(ConsoleProgram program)
    {
        var (exitCode, output) = program.Run("run", "-c", "Release", "--no-build");
        Assert.True(exitCode == 0, output);
        var words = output.Split('\n').Single(static line => line.StartsWith("losses ", StringComparison.Ordinal)).Trim().Split(' ');
        Assert.Equal(2 * Math.Log(2), double.Parse(words[1], CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal(2, double.Parse(words[2], CultureInfo.InvariantCulture), 1e-6);
        Assert.Contains(words[3], (string[])["Right", "Cured"]);
    }

    private static void AssertRelaxed(string library)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var shipped = File.ReadAllBytes(Places.TorchSharpLibrary);
        var taken = File.ReadAllBytes(library);
        Assert.Single(Enumerable.Range(0, shipped.Length), i => taken[i] != shipped[i]);
    }
}
