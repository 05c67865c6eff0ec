using Gan.Runtime.Tests.Cuda.Driver;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda.Tensors;

/// <summary>A moving average by launches, on a device that is the processor, against that of the CPU.</summary>
public sealed class AverageLaunchTests(StandInDevice standIn) : IClassFixture<StandInDevice>
{
    [CppTheory]
    [InlineData(ScalarType.Float32, 0.9)]
    [InlineData(ScalarType.Float32, 0.1)]
    [InlineData(ScalarType.Float64, 0.9)]
    [InlineData(ScalarType.Float16, 0.9)]
    [InlineData(ScalarType.BFloat16, 0.1)]
    public void It_is_that_of_the_cpu(ScalarType type, double decay)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var module = Module(type);
        using var ofLaunches = new ExponentialMovingAverage(module, AverageDecay.Constant(decay, rampUp: 3));
        using var ofCpu = new ExponentialMovingAverage(module, AverageDecay.Constant(decay, rampUp: 3));
        for (var step = 0; step < 4; step++)
        {
            Change(module);
            var launches = standIn.CountOf(() => ofLaunches.Update(module));
            ofCpu.Update(module);
            // Parameters are averaged by one launch. Buffers are copied: half types by tensor operations, for the average has them as float32; their number of batches is an integer of any.
            Assert.Equal(step == 0 ? 4 : 2, launches);
            foreach (var (expected, actual) in ofCpu.named_buffers().Zip(ofLaunches.named_buffers()))
            {
                foreach (var (e, a) in Numbers.Of(expected.buffer).Zip(Numbers.Of(actual.buffer)))
                    Assert.Equal(e, a, (type == ScalarType.Float64 ? 1e-15 : 2e-7) * Math.Max(1, Math.Abs(e)));
            }
        }
    }

    /// <summary>As the first update of a ramp: whatever the average has, NaN too, is gone.</summary>
    [CppFact]
    public void An_update_that_keeps_nothing_copies()
    {
        using var scope = NewDisposeScope();
        using var module = Module(ScalarType.Float32);
        using var average = new ExponentialMovingAverage(module, AverageDecay.Constant(0));
        using (no_grad())
        {
            foreach (var buffer in average.buffers().Where(static buffer => buffer.is_floating_point()))
                buffer.fill_(double.NaN);
        }

        Change(module);
        standIn.CountOf(() => average.Update(module));
        var means = average.named_buffers().ToDictionary(static buffer => buffer.name, static buffer => buffer.buffer);
        foreach (var (name, parameter) in module.named_parameters())
            Assert.Equal(Numbers.Of(parameter), Numbers.Of(means["average." + name]));
    }

    [CppFact]
    public void Its_memory_is_freed_with_it()
    {
        using var module = Module(ScalarType.Float32);
        var before = Tensor.TotalCount;
        using (var average = new ExponentialMovingAverage(module, AverageDecay.Constant(0.5)))
            standIn.CountOf(() => average.Update(module));
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Sequential Module(ScalarType type)
    {
        var module = nn.Sequential(nn.Linear(37, 61), nn.BatchNorm1d(61), nn.Linear(61, 1));
        module.to(type);
        return module;
    }

    private static void Change(Sequential module)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        foreach (var (name, tensor) in module.named_parameters().Select(static p => (p.name, (Tensor)p.parameter)).Concat(module.named_buffers().Select(static b => (b.name, b.buffer))))
            tensor.copy_(tensor.is_floating_point() ? randn(tensor.shape) : tensor.add(1));
    }
}
