using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void SamplesAreInTheOrderOfTheirStepsWhateverTheirNumberOfDigits()
    {
        var folder = new RunFolder(temporary.Path);
        Assert.Empty(folder.Samples);
        Directory.CreateDirectory(folder.SamplesPath);
        long[] steps = [500, 999_500, 1_000_000, 1_000_500, 9_999_999, 10_000_000];
        foreach (var step in steps.OrderDescending())
            File.WriteAllBytes(folder.SamplePath(step), []);
        Assert.Equal(steps.Select(folder.SamplePath), folder.Samples);
    }
}
