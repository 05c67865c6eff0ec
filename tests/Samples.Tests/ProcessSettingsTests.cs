namespace Samples.Tests;

/// <summary>Every program keeps freed memory for the next step, and lets idle threads sleep, unless whoever runs it declines.</summary>
public sealed class ProcessSettingsTests
{
    private const string Memory = "GANDSL_KEEP_LARGE_BLOCKS";

    /// <summary>A setting that there is not is told: so it is asked for.</summary>
    [Theory]
    [InlineData("OwnLoss")]
    [InlineData("FashionGan")]
    [InlineData("SingleImage")]
    public void FreedMemoryIsKept(string name)
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = SampleProcess.Run(name, [$"{Memory}=maybe"], "--steps", "1", "--out", folder.File("run"));
        Assert.Equal(1, code);
        Assert.Contains($"The environment variable {Memory} is 'maybe': it takes on or off.", errors, StringComparison.Ordinal);
    }

    /// <summary>OpenMP says how often a thread looks for work before it sleeps; 300000 times, if nothing is said.</summary>
    [Theory]
    [InlineData("OwnLoss", null)]
    [InlineData("FashionGan", null)]
    [InlineData("SingleImage", null)]
    [InlineData("OwnLoss", "ACTIVE")]
    public void IdleThreadsSleep(string name, string? policy)
    {
        // Elsewhere libtorch has another OpenMP.
        if (!OperatingSystem.IsLinux())
            return;
        using var folder = new TemporaryFolder();
        string[] settings = ["OMP_DISPLAY_ENV=VERBOSE", $"{Memory}=off", .. policy is null ? [] : new[] { $"OMP_WAIT_POLICY={policy}" }];
        var (code, _, errors) = SampleProcess.Run(name, settings, "--steps", "1", "--out", folder.File("run"));
        Assert.True(code == 0, errors);
        Assert.Contains("GOMP_SPINCOUNT = '", errors, StringComparison.Ordinal);
        Assert.Equal(policy is null, errors.Contains("GOMP_SPINCOUNT = '0'", StringComparison.Ordinal));
    }
}
