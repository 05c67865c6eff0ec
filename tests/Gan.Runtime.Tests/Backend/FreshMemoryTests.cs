using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Backend;

public sealed class FreshMemoryTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(20_000_000)]
    public void ATensorThatNobodyWroteIsNaN(long count)
    {
        // Above, no block that is kept for reuse is filled.
        Assert.True(Glibc.IsAvailable || !OperatingSystem.IsLinux());
        if (Glibc.IsAvailable)
            Assert.Equal(count, FreshMemory.FullOfNaN(() => NaNs(count)));
    }

    [Fact]
    public void AfterwardsMemoryIsLeftAsItIs()
    {
        FreshMemory.FullOfNaN(static () => 0);
        Assert.Throws<InvalidOperationException>(() => FreshMemory.FullOfNaN<int>(static () => throw new InvalidOperationException()));
        using (full(100_000, 3f))
        {
        }

        Assert.NotEqual(100_000, NaNs(100_000));
    }

    [Theory]
    [InlineData("MALLOC_PERTURB_=128")]
    [InlineData("GLIBC_TUNABLES=glibc.malloc.perturb=128")]
    public void WhoFillsMemoryKeepsTheValue(string setting)
    {
        var child = ChildProcess.Run(PrintFresh, setting);
        Assert.Equal((0, ""), (child.ExitCode, child.Errors));
        if (Glibc.IsAvailable)
            Assert.Equal("7F7F7F7F 7F7F7F7F", child.Output.Trim());
    }

    private static void PrintFresh()
    {
        static string Bits()
        {
            using var fresh = empty(1_000);
            return Convert.ToHexString(fresh.bytes[1_000..1_004]);
        }

        var within = FreshMemory.FullOfNaN(Bits);
        Console.WriteLine($"{within} {Bits()}");
    }

    private static long NaNs(long count)
    {
        using var scope = NewDisposeScope();
        return empty(count).isnan().sum().ToInt64();
    }
}
