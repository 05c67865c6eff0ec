namespace FashionGan.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--steps takes a number from 1 to 10000000, not '0'.", "--steps", "0")]
    [InlineData("--steps takes a number from 1 to 10000000, not 'many'.", "--steps", "many")]
    [InlineData("--batch takes a number from 1 to 4096, not '-1'.", "--batch", "-1")]
    [InlineData("--batch takes a number from 1 to 4096, not '99999999999'.", "--batch", "99999999999")]
    [InlineData("--seed takes a number from 0 to 2147483647, not '1.5'.", "--seed", "1.5")]
    [InlineData("--threads takes a number from 1 to 256, not '0'.", "--threads", "0")]
    [InlineData("--objective 'Hing' is not known. Known are FashionObjective, ", "--objective", "Hing")]
    [InlineData("'--nope'", "--nope")]
    [InlineData("'--steps'", "--steps")]
    public void AWrongOptionIsOneLineAndExitCodeTwo(string message, params string[] arguments)
    {
        var cli = Cli.Run(arguments);
        Assert.Equal(2, cli.ExitCode);
        Assert.StartsWith("error: ", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(message, cli.Errors, StringComparison.Ordinal);
        Assert.Empty(cli.Output);
    }

    [Theory]
    [InlineData("LogisticR1")]
    [InlineData("Hinge")]
    [InlineData("LeastSquares")]
    [InlineData("WassersteinGradientPenalty")]
    public void CatalogueObjectivesAreListedInTheHelp(string name)
    {
        var cli = Cli.Run("--help");
        Assert.Equal(0, cli.ExitCode);
        Assert.Contains(name, cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FashionGan.FashionObjective", cli.Output, StringComparison.Ordinal);
        foreach (var option in new[] { "--objective", "--steps", "--batch", "--seed", "--threads", "--data", "--out", "130" })
            Assert.Contains(option, cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsOneLineWithItsPathAndExitCodeOne()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("missing.gz");
        var cli = Cli.Run("--data", path, "--out", folder.Path);
        Assert.Equal(1, cli.ExitCode);
        Assert.Contains(path, Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void ACorruptFileIsOneLineWithItsPathAndExitCodeOne()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("corrupt.gz");
        File.WriteAllText(path, "not a gzip file");
        var cli = Cli.Run("--data", path, "--out", folder.Path);
        Assert.Equal(1, cli.ExitCode);
        Assert.StartsWith($"error: {path} cannot be used: ", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsReportedBeforeTraining()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("taken");
        File.WriteAllText(path, "");
        var cli = Cli.Run("--out", path);
        Assert.Equal(1, cli.ExitCode);
        Assert.Contains(path, Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(cli.Output);
    }
}
