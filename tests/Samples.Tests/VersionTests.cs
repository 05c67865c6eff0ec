namespace Samples.Tests;

/// <summary>Every program says which version it is: the repository's.</summary>
public sealed class VersionTests
{
    private static readonly string s_version = typeof(VersionTests).Assembly.GetName().Version!.ToString(3);

    [Theory]
    [InlineData("OwnLoss", "OwnLoss ")]
    [InlineData("FashionGan", "FashionGan ")]
    [InlineData("Atlas", "Atlas ")]
    [InlineData("SingleImage", "")]
    public void TheVersionIsTheRepositorys(string name, string before)
    {
        var (code, output, errors) = SampleProcess.Run(name, [], "--version");
        Assert.True(code == 0, errors);
        Assert.StartsWith(before + s_version, output, StringComparison.Ordinal);
    }
}
