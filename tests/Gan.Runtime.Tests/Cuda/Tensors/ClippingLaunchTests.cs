using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Cuda.Tensors;
using Gan.Runtime.Devices;
using Gan.Runtime.Tests.Cuda.Driver;
using Gan.Runtime.Tests.Optimizers;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda.Tensors;

/// <summary>Weights and gradients clipped by launches, on a device that is the processor.</summary>
public sealed class ClippingLaunchTests(StandInDevice standIn) : IClassFixture<StandInDevice>
{
    public static TheoryData<ScalarType> Types => [ScalarType.Float32, ScalarType.Float64, ScalarType.Float16, ScalarType.BFloat16];

    [CppTheory]
    [MemberData(nameof(Types))]
    public void Weights_are_clipped_in_one_launch(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var net = Net(type);
        var expected = Gradients(net, static parameter => parameter).Select(static weights => weights.clamp(-0.05, 0.05)).ToArray();
        Assert.Equal(1 + 1, standIn.CountOf(() => WeightClipping.Clip(net, 0.05)));
        Assert.All(expected.Zip(net.parameters()), static pair => Assert.Equal(Numbers.Of(pair.First), Numbers.Of(pair.Second)));
        // A limit beyond the type's range leaves all finite ones.
        standIn.CountOf(() => WeightClipping.Clip(net, 3e38));
        Assert.All(expected.Zip(net.parameters()), static pair => Assert.Equal(Numbers.Of(pair.First), Numbers.Of(pair.Second)));
    }

    [CppTheory]
    [MemberData(nameof(Types))]
    public void Gradients_are_clipped_by_their_norm_in_two_launches_and_nothing_is_read(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var net = Net(type);
        var before = Gradients(net, static parameter => parameter.grad!);
        var norm = Math.Sqrt(before.Sum(static gradient => Numbers.Of(gradient).Sum(static g => g * g)));
        foreach (var limit in new[] { 1e6, 0.5 })
        {
            ClippedNorm? clipped = null;
            Assert.Equal(0, HostRead.CountOf(() => Assert.Equal(3, standIn.CountOf(() => net.ClipGradientNorm(limit, out clipped)))));
            Assert.Equal(norm, clipped!.Value, 1e-13 * norm);
            var factor = Math.Min(1, limit / norm);
            var tolerance = type switch { ScalarType.Float64 => 1e-15, ScalarType.Float32 => 1e-7, ScalarType.Float16 => 1e-3, _ => 8e-3 };
            foreach (var (old, parameter) in before.Zip(net.parameters()))
                Numbers.AssertEqual([.. Numbers.Of(old).Select(g => g * factor)], parameter.grad!, tolerance);
        }
    }

    [CppTheory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Gradients_that_are_not_finite_stay_as_they_are(double wrong)
    {
        using var scope = NewDisposeScope();
        using var net = Net(ScalarType.Float32);
        var parameters = net.named_parameters().ToArray();
        parameters[2].parameter.grad!.view(-1)[3] = wrong;
        var before = Gradients(net, static parameter => parameter.grad!);
        ClippedNorm? norm = null;
        HostRead.CountOf(() => standIn.CountOf(() => net.ClipGradientNorm(1e-3, out norm)));
        Assert.Equal(parameters[2].name, Assert.Throws<NonFiniteGradientException>(() => norm!.Value).Parameter);
        HostRead.CountOf(() => Assert.Equal(3, standIn.CountOf(() => net.ClipGradientValue(1e-3))));
        Assert.All(before.Zip(net.parameters()), static pair => Assert.Equal(Numbers.Of(pair.First), Numbers.Of(pair.Second.grad!)));
    }

    [CppTheory]
    [MemberData(nameof(Types))]
    public void Gradients_are_clipped_by_value(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var net = Net(type);
        var expected = Gradients(net, static parameter => parameter.grad!.clamp(-0.25, 0.25));
        HostRead.CountOf(() => standIn.CountOf(() => net.ClipGradientValue(0.25)));
        Assert.All(expected.Zip(net.parameters()), static pair => Assert.Equal(Numbers.Of(pair.First), Numbers.Of(pair.Second.grad!)));
    }

    /// <summary>3, 4 and 12 of any size make 13 of it.</summary>
    [CppTheory]
    [InlineData(ScalarType.Float64, 1e300)]
    [InlineData(ScalarType.Float64, 1e-120)]
    [InlineData(ScalarType.Float32, 1e37)]
    [InlineData(ScalarType.Float32, 1e-37)]
    public void No_square_leaves_the_range(ScalarType type, double size)
    {
        using var scope = NewDisposeScope();
        var tensors = new[] { new[] { 3.0, 4 }, [], [12] }.Select(numbers => tensor(numbers).mul(size).to(type)).ToArray();
        double[] norms = [];
        standIn.CountOf(() =>
        {
            using var list = new TensorList(tensors);
            norms = Numbers.Of(list.Norms());
        });
        Assert.Equal([5, 0, 12, 13], norms.Select(norm => Math.Round(norm / size, 6)));
    }

    [CppFact]
    public void A_norm_has_the_same_bits_with_any_number_of_blocks()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 11).Select(static i => Samples.Normal(new Random(i), [1999 * i], ScalarType.Float32)).ToArray();
        var results = new List<double[]>();
        foreach (var blocks in new[] { 1, 2, 7, 54 })
        {
            using var table = new TensorTable();
            var (norms, ofTiles) = (zeros(tensors.Length + 1, dtype: ScalarType.Float64), zeros(1000, dtype: ScalarType.Float64));
            standIn.CountOf(() => table.Run(
                [.. tensors.Select(static tensor => new[] { tensor })],
                (list, scratch) => [CudaTensors.Norms(ScalarType.Float32, list, DeviceMemory.AddressOf(norms), DeviceMemory.AddressOf(ofTiles), scratch) with { Blocks = blocks }]));
            results.Add(Numbers.Of(norms));
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.Equal(Math.Sqrt(tensors.Sum(static tensor => Numbers.Of(tensor).Sum(static x => x * x))), results[0][^1], 1e-10);
    }

    [CppFact]
    public void Gradients_of_two_types_are_clipped_by_tensor_operations()
    {
        using var scope = NewDisposeScope();
        using var net = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 1, dtype: ScalarType.Float64));
        foreach (var parameter in net.parameters())
            parameter.grad = ones_like(parameter);
        ClippedNorm? norm = null;
        Assert.Equal(0, standIn.CountOf(() => HostRead.CountOf(() => net.ClipGradientNorm(1, out norm))));
        Assert.Equal(Math.Sqrt(11), norm!.Value, 1e-12);
    }

    private static Tensor[] Gradients(nn.Module net, Func<Parameter, Tensor> select) => [.. net.parameters().Select(parameter => select(parameter).detach().clone())];

    private static Sequential Net(ScalarType type)
    {
        manual_seed(4);
        var net = nn.Sequential(nn.Linear(71, 67), nn.Linear(67, 1), nn.Linear(1, 3, hasBias: false));
        net.to(type);
        foreach (var parameter in net.parameters())
            parameter.grad = randn(parameter.shape, dtype: type);
        return net;
    }
}
