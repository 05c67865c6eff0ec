using Gan.Experiments;

namespace Samples.Tests;

/// <summary>The samples on a machine whose convolutions are wrong, and in memory that holds whatever was there before.</summary>
public sealed class BackendTests
{
    [HiddenCachesTheory]
    [InlineData("OwnLoss")]
    [InlineData("FashionGan")]
    [InlineData("SingleImage")]
    public void WhereConvolutionsAreWrongTheyAreCured(string name)
    {
        using var folder = new TemporaryFolder();
        var (code, output, errors) = SampleProcess.Run(name, [HiddenCaches.Setting, .. HiddenCaches.FreshMemoryIsNaN], "--steps", "3", "--out", folder.File("run"));
        Assert.True(code == 0, $"{output}\n{errors}");
        // One line, and nothing of libtorch's own.
        Assert.Matches(@"\AGanDsl: On this processor, .+ oneDNN is turned off .+\n\z", errors);
        if (name != "SingleImage")
            Assert.Contains("oneDNN is turned off", LibtorchOf(folder.File("run")), StringComparison.Ordinal);
    }

    // What the check spares: convolutions that read what nobody wrote, and warnings at each.
    [HiddenCachesFact]
    public void WithoutTheCheckARunDiverges()
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = SampleProcess.Run("SingleImage", [HiddenCaches.Setting, .. HiddenCaches.FreshMemoryIsNaN, "GANDSL_BACKEND_CHECK=off"], "--steps", "3", "--out", folder.File("run"));
        Assert.Equal(1, code);
        Assert.Contains("Could not initialize NNPACK", errors, StringComparison.Ordinal);
        Assert.Contains("NaN", errors, StringComparison.Ordinal);
    }

    // 128 fills fresh memory with 3.4e38, nearly the largest float, and freed memory with -1.2e-38.
    [Theory]
    [InlineData("OwnLoss")]
    [InlineData("FashionGan")]
    [InlineData("SingleImage")]
    public void ARunDoesNotDependOnWhatMemoryHeld(string name)
    {
        using var folder = new TemporaryFolder();
        string[] Run(string run, string filling)
        {
            var (code, output, errors) = SampleProcess.Run(name, [filling], "--steps", "3", "--seed", "3", "--out", folder.File(run));
            Assert.True(code == 0, $"{output}\n{errors}");
            return [.. Directory.GetFiles(folder.File(run), "*.*", SearchOption.AllDirectories).Where(IsResult).Order(StringComparer.Ordinal).Select(path => $"{Path.GetRelativePath(folder.File(run), path)} {Convert.ToHexString(File.ReadAllBytes(path))}")];
        }

        var results = Run("plain", "MALLOC_PERTURB_=0");
        Assert.NotEmpty(results);
        Assert.Equal(results, Run("filled", "MALLOC_PERTURB_=128"));
    }

    [Fact]
    public void ARunRecordsTheCheckAndReportsIt()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.File("run"));
        var (code, _, _) = SampleProcess.Run("OwnLoss", ["GANDSL_BACKEND_CHECK=off"], "--steps", "2", "--out", run.Path);
        Assert.Equal(0, code);
        Assert.Equal("Not checked: GANDSL_BACKEND_CHECK is off.", LibtorchOf(run.Path));
        Assert.Contains("Not checked: GANDSL_BACKEND_CHECK is off.", File.ReadAllText(run.ReportPath), StringComparison.Ordinal);
    }

    private static string LibtorchOf(string run) => new RunFolder(run).ReadRecord().Environment["libtorch"];

    // Times and process numbers differ.
    private static bool IsResult(string path) => Path.GetExtension(path) is ".png" or ".safetensors" || Path.GetFileName(path) == "scales.csv";
}
