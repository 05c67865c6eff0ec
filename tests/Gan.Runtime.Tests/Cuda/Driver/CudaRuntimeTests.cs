using Gan.Runtime.Cuda.Driver;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda.Driver;

/// <summary>Kernels on a GPU are asked for, and what keeps a tensor from them is told.</summary>
public sealed class CudaRuntimeTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("off", false)]
    [InlineData("on", true)]
    public void TheyHaveToBeAskedFor(string? setting, bool expected) => Assert.Equal(expected, CudaRuntime.IsAskedFor(setting));

    [Fact]
    public void AnotherSettingIsAMistake() =>
        Assert.Equal("The environment variable GANDSL_CUDA_KERNELS is 'yes', but must be on or off.", Assert.Throws<ArgumentException>(() => CudaRuntime.IsAskedFor("yes")).Message);

    [Fact]
    public void OtherDevicesHaveNone()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("the tensor is on the CPU", CudaRuntime.WhyNot(zeros(1)));
        Assert.Equal("there are kernels for the CPU and for CUDA, but not for meta", CudaRuntime.WhyNot(zeros(1, device: META)));
    }

    [Fact]
    public void WhatIsMissingIsNamed()
    {
        // On a machine with CUDA nothing is missing.
        if (CudaDriver.TryFind(out var driver) is null)
            Assert.Matches("CUDA's driver", driver);
        if (Nvrtc.TryFind(out var compiler) is null)
            Assert.StartsWith("NVRTC, which compiles the CUDA kernels, ", compiler, StringComparison.Ordinal);
        if (TorchStreams.TryFind(out var streams) is null)
            Assert.StartsWith("libtorch's CUDA streams were not found", streams, StringComparison.Ordinal);
    }
}
