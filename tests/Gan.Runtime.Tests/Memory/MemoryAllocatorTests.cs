using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Memory;

public class MemoryAllocatorTests
{
    private const long Size = 256 << 20;

    [Fact]
    public void Freed_blocks_are_kept_on_glibc_and_elsewhere_it_says_no()
    {
        // The setting is the process's for good: it is tried in another.
        var child = ChildProcess.Run(FreeBeforeAndAfter);
        Assert.Equal(0, child.ExitCode);
        var words = child.Output.Split();
        Assert.Equal(IsGlibc, bool.Parse(words[0]));
        if (!IsGlibc)
            return;
        Assert.InRange(long.Parse(words[1]), long.MinValue, Size / 4);
        Assert.InRange(long.Parse(words[2]), Size / 4 * 3, long.MaxValue);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("on", true)]
    [InlineData("off", false)]
    public void Whoever_runs_the_program_can_decline(string? setting, bool expected) => Assert.Equal(expected, MemoryAllocator.IsAccepted(setting));

    [Fact]
    public void Another_setting_is_a_mistake() =>
        Assert.Equal("The environment variable GANDSL_KEEP_LARGE_BLOCKS is '0': it takes on or off.", Assert.Throws<ArgumentException>(() => MemoryAllocator.IsAccepted("0")).Message);

    private static bool IsGlibc => OperatingSystem.IsLinux() && !System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    private static void FreeBeforeAndAfter()
    {
        using (ones(1))
        {
            // libtorch is loaded.
        }

        if (!OperatingSystem.IsLinux())
        {
            Console.Write(MemoryAllocator.KeepLargeBlocks());
            return;
        }

        var before = KeptAfterAFreedTensor();
        var isKept = MemoryAllocator.KeepLargeBlocks();
        Console.Write($"{isKept} {before} {KeptAfterAFreedTensor()}");
    }

    /// <summary>How much larger the process is after a tensor than before it.</summary>
    private static long KeptAfterAFreedTensor()
    {
        var before = ResidentSize();
        using (ones(Size / sizeof(float)))
        {
            // Written to, then freed.
        }

        return ResidentSize() - before;
    }

    private static long ResidentSize() => long.Parse(File.ReadAllText("/proc/self/statm").Split()[1]) * Environment.SystemPageSize;
}
