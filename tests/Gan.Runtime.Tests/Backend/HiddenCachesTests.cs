using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Backend;

/// <summary>The check on a machine whose convolutions are wrong.</summary>
public sealed class HiddenCachesTests
{
    [HiddenCachesTheory]
    [InlineData("GANDSL_BACKEND_CHECK=on")]
    // Other kernels, of which fewer are wrong.
    [InlineData("ONEDNN_MAX_CPU_ISA=AVX2")]
    [InlineData("ONEDNN_MAX_CPU_ISA=AVX")]
    // Each layer that the check finds wrong by NaN is found by its value too, where nothing fills memory.
    [InlineData("MALLOC_PERTURB_=0")]
    public void ItIsCuredBeforeTheFirstLayer(string setting)
    {
        var child = ChildProcess.Run(DifferentiateAHead, HiddenCaches.Setting, setting);
        Assert.True(child.ExitCode == 0, $"{child.Output}\n{child.Errors}");
        var line = Assert.Single(child.Errors.TrimEnd().Split('\n'));
        Assert.Matches(@"^GanDsl: On this processor, .+ \(family \d+\), libtorch computes [1-9] of the 9 layers of the check incorrectly: the .+\. oneDNN is turned off for this process. .+ See https://.+/docs/backend\.md\.$", line);
        Assert.Equal("Cured", child.Output.Split('\n')[0]);
    }

    [HiddenCachesFact]
    public void WhatIsRightThereIsLeftAlone()
    {
        var child = ChildProcess.Run(DifferentiateAHead, HiddenCaches.Setting, "ONEDNN_MAX_CPU_ISA=SSE41");
        Assert.Equal((0, ""), (child.ExitCode, child.Errors));
        Assert.Equal("Right", child.Output.Split('\n')[0]);
    }

    // What the other tests show is cured, then, and not right by itself; and NNPACK's warning is there without the check.
    [HiddenCachesFact]
    public void WithoutTheCheckItIsWrong()
    {
        var child = ChildProcess.Run(FindWrongWithoutCheck, HiddenCaches.Setting, "GANDSL_BACKEND_CHECK=off");
        Assert.True(child.ExitCode == 0, $"{child.Output}\n{child.Errors}");
        Assert.Equal(
            [
                "the output of Conv1d(17, 16, 5) is NaN", "the input gradient of Conv2d(32, 1, 4) is NaN", "the input gradient of Conv2d(5, 7, 3, padding: 1) is NaN",
                "the output of Conv2d(17, 16, 4, stride: 2, padding: 1) is NaN", "the output of ConvTranspose2d(5, 16, 4) is NaN",
                "the input gradient of ConvTranspose2d(16, 17, 4, stride: 2, padding: 1) is NaN", "the input gradient of Conv3d(5, 7, 3) is NaN",
            ],
            child.Output.TrimEnd().Split('\n'));
        Assert.Contains("Could not initialize NNPACK", child.Errors, StringComparison.Ordinal);
    }

    // The head of a PatchGAN: each input channel's gradient is the sum of its weights, here its number.
    private static void DifferentiateAHead()
    {
        // Made before anything is computed, as in any program.
        var objective = Objectives.Logistic;
        Console.WriteLine(TorchBackend.Check().Status);
        using var scope = NewDisposeScope();
        var weight = arange(64, dtype: ScalarType.Float32).div(16).reshape(1, 64, 1, 1).expand(1, 64, 4, 4).contiguous();
        var x = ones(1, 64, 4, 4).requires_grad_(true);
        nn.functional.conv2d(x, weight).sum().backward();
        Assert.Equal(weight.data<float>().ToArray(), x.grad!.data<float>().ToArray());
    }

    private static void FindWrongWithoutCheck()
    {
        var objective = Objectives.Logistic;
        Assert.Equal(BackendStatus.Unchecked, TorchBackend.Check().Status);
        foreach (var wrong in LayerCheck.FindWrong())
            Console.WriteLine(wrong);
    }
}
