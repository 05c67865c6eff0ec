using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Tests.Cuda.Driver;
using Gan.Runtime.Tests.Optimizers;
using Gan.Runtime.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda.Tensors;

/// <summary>Adam by launches, on a device that is the processor, against Adam on the CPU.</summary>
public sealed class AdamLaunchTests(StandInDevice standIn) : IClassFixture<StandInDevice>
{
    // None, less than a tile, a tile, a tile and one, some tiles and a rest.
    private static readonly long[][] s_shapes = [[], [0], [1], [7, 5], [2048], [2049], [3, 1667]];

    [CppTheory]
    [InlineData(ScalarType.Float32, 0, false, false)]
    [InlineData(ScalarType.Float32, 0.1, true, true)]
    [InlineData(ScalarType.Float64, 0.1, false, true)]
    [InlineData(ScalarType.Float16, 0.1, true, false)]
    [InlineData(ScalarType.BFloat16, 0.1, false, false)]
    public void It_is_that_of_the_cpu(ScalarType type, double weightDecay, bool isDecoupled, bool maximize)
    {
        using var scope = NewDisposeScope();
        var (launched, stepped) = (Parameters(type), Parameters(type));
        using var ofLaunches = Optimizer(launched);
        using var ofCpu = Optimizer(stepped);
        for (var step = 1; step <= 3; step++)
        {
            foreach (var parameter in launched.Concat(stepped).Select(static (parameter, i) => (Parameter: parameter, Seed: i % 8)))
                SetGradient(parameter.Parameter, step + (10 * parameter.Seed));
            var launches = standIn.CountOf(() => ofLaunches.step());
            ofCpu.step();
            // The list is written when a gradient may have moved.
            Assert.InRange(launches, 1, 2);
            foreach (var (expected, actual) in stepped.Zip(launched))
            {
                if (type == ScalarType.Float32)
                    Assert.Equal(Numbers.Of(expected), Numbers.Of(actual));
                else
                    AssertClose(expected, actual, type switch { ScalarType.Float64 => 1e-14, ScalarType.Float16 => 1e-3, _ => 8e-3 });
            }
        }

        FusedAdam Optimizer(Parameter[] parameters) => isDecoupled
            ? new FusedAdamW(parameters, 0.01, 0.5, 0.99, weight_decay: weightDecay, maximize: maximize)
            : new FusedAdam(parameters, 0.01, 0.5, 0.99, weight_decay: weightDecay, maximize: maximize);
    }

    /// <summary>A row has 6 numbers, and a launch writes 500.</summary>
    [CppFact]
    public void A_group_is_one_launch_and_its_list_is_written_once()
    {
        using var scope = NewDisposeScope();
        var parameters = Enumerable.Range(0, 230).Select(static i => Samples.Parameter([i % 5], seed: i)).ToArray();
        foreach (var parameter in parameters)
            Samples.SetGradient(parameter, new Random(1));
        using var optimizer = new FusedAdam(parameters);
        Assert.Equal(1 + 3, standIn.CountOf(() => optimizer.step()));
        Assert.Equal(1, standIn.CountOf(() => optimizer.step()));
        parameters[7].grad = ones_like(parameters[7]);
        Assert.Equal(1 + 3, standIn.CountOf(() => optimizer.step()));
        Assert.Equal(1, standIn.CountOf(() => optimizer.step()));
    }

    [CppFact]
    public void Every_group_has_its_launch_and_its_options()
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [Samples.Parameter([3]), Samples.Parameter([4])];
        var before = parameters.Select(Numbers.Of).ToArray();
        foreach (var parameter in parameters)
            parameter.grad = ones_like(parameter);
        using var optimizer = new FusedAdam([new Adam.ParamGroup([parameters[0]], lr: 0.5), new Adam.ParamGroup([parameters[1]], lr: 0.25)]);
        Assert.Equal(2 + 2, standIn.CountOf(() => optimizer.step()));
        // The first step is lr times the gradient's sign.
        Numbers.AssertEqual([.. before[0].Select(static p => p - 0.5)], parameters[0], 1e-6);
        Numbers.AssertEqual([.. before[1].Select(static p => p - 0.25)], parameters[1], 1e-6);
    }

    [CppFact]
    public void Parameters_of_other_counts_of_steps_have_launches_of_their_own()
    {
        using var scope = NewDisposeScope();
        var (launched, stepped) = (Three(), Three());
        using var ofLaunches = new FusedAdam(launched);
        using var ofCpu = new FusedAdam(stepped);
        for (var step = 0; step < 3; step++)
        {
            for (var i = 0; i < 3 && (i < 2 || step > 0); i++)
            {
                Samples.SetGradient(launched[i], new Random(step));
                Samples.SetGradient(stepped[i], new Random(step));
            }

            Assert.InRange(standIn.CountOf(() => ofLaunches.step()), step == 0 ? 1 : 2, step == 0 ? 2 : 4);
            ofCpu.step();
        }

        Assert.All(stepped.Zip(launched), static pair => Assert.Equal(Numbers.Of(pair.First), Numbers.Of(pair.Second)));

        static Parameter[] Three() => [Samples.Parameter([5]), Samples.Parameter([6], seed: 2), Samples.Parameter([7], seed: 3)];
    }

    [CppFact]
    public void What_is_not_contiguous_is_updated_by_tensor_operations()
    {
        using var scope = NewDisposeScope();
        Parameter[] Two() => [new(Samples.Normal(new Random(1), [7, 5], ScalarType.Float32).t()), Samples.Parameter([9])];
        var (launched, stepped) = (Two(), Two());
        foreach (var parameter in launched.Concat(stepped))
            parameter.grad = ones_like(parameter);
        using var ofLaunches = new FusedAdam(launched);
        using var ofCpu = new FusedAdam(stepped);
        Assert.Equal(1 + 1, standIn.CountOf(() => ofLaunches.step()));
        ofCpu.step();
        Assert.All(stepped.Zip(launched), static pair => Assert.Equal(Numbers.Of(pair.First), Numbers.Of(pair.Second)));
    }

    [CppFact]
    public void A_graph_that_is_older_than_the_step_is_refused()
    {
        using var scope = NewDisposeScope();
        var parameter = Samples.Parameter([3]);
        var loss = parameter.square().sum();
        parameter.grad = ones(3);
        using var optimizer = new FusedAdam([parameter]);
        Assert.Equal(2, standIn.CountOf(() => optimizer.step()));
        Assert.Contains("modified by an inplace operation", Assert.ThrowsAny<Exception>(() => loss.backward()).Message);
    }

    [CppFact]
    public void A_launch_that_fails_names_its_kernel_and_counts_no_step()
    {
        using var scope = NewDisposeScope();
        var (launched, stepped) = (Samples.Parameter([3]), Samples.Parameter([3]));
        (launched.grad, stepped.grad) = (ones(3), ones(3));
        using var ofLaunches = new FusedAdam([launched]);
        using var ofCpu = new FusedAdam([stepped]);
        var exception = Assert.Throws<CudaException>(() => CudaRuntime.WithStandIn(standIn.Broken("adam"), () => ofLaunches.step()));
        Assert.Contains("The CUDA kernel adam does not load", exception.Message);
        ofCpu.step();
        standIn.CountOf(() => ofLaunches.step());
        Assert.Equal(Numbers.Of(stepped), Numbers.Of(launched));
    }

    [CppFact]
    public void Its_memory_is_freed_with_it()
    {
        var parameter = Samples.Parameter([3]);
        parameter.grad = ones(3);
        var before = Tensor.TotalCount;
        for (var i = 0; i < 3; i++)
        {
            using var optimizer = new FusedAdam([parameter]);
            standIn.CountOf(() => optimizer.step());
        }

        Assert.Equal(before, Tensor.TotalCount);
        parameter.Dispose();
    }

    /// <summary>One of every shape, and one that lies between words.</summary>
    private static Parameter[] Parameters(ScalarType type) =>
        [.. s_shapes.Select((shape, i) => Samples.Parameter(shape, type, seed: i)), new(Samples.Normal(new Random(9), [40], type).narrow(0, 3, 37))];

    private static void SetGradient(Parameter parameter, int seed)
    {
        var gradient = Samples.Normal(new Random(seed), [parameter.numel() + 1], parameter.dtype).mul(0.1);
        parameter.grad = gradient.narrow(0, seed % 2, parameter.numel()).view(parameter.shape);
    }

    private static void AssertClose(Tensor expected, Tensor actual, double tolerance)
    {
        foreach (var (e, a) in Numbers.Of(expected).Zip(Numbers.Of(actual)))
            Assert.Equal(e, a, tolerance * Math.Max(1, Math.Abs(e)));
    }
}
