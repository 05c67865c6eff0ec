using Gan.Runtime.Devices;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Devices;

/// <summary>What is left on a device is what the CPU computes at once. The CPU is taken for a GPU.</summary>
public sealed class DeviceValueTests
{
    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(100, 1)]
    public void Gradients_are_clipped_by_their_norm(double maxNorm, double factor)
    {
        using var scope = NewDisposeScope();
        using var net = Net([3, 0], [0, -4]);
        factor = Math.Min(1, maxNorm / 5);
        ClippedNorm? norm = null;
        Assert.Equal(0, HostRead.CountOf(() => net.ClipGradientNorm(maxNorm, out norm)));
        Assert.Equal(1, HostRead.CountOf(() => Assert.Equal(5, norm!.Value + (0 * norm.Value), 1e-12)));
        Numbers.AssertEqual([3 * factor, 0, 0, -4 * factor], Gradients(net), 1e-12);
    }

    [Theory]
    [InlineData(ScalarType.Float32, 1e30)]
    [InlineData(ScalarType.Float64, 1e200)]
    public void Norms_beyond_the_range_of_squares_are_right(ScalarType type, double size)
    {
        using var scope = NewDisposeScope();
        using var net = Net([3 * size, 4 * size], [0]);
        net.to(type);
        foreach (var parameter in net.parameters())
            parameter.grad = parameter.detach().clone();
        var norm = 0.0;
        Assert.Equal(1, HostRead.CountOf(() => norm = net.ClipGradientNorm(1)));
        Assert.Equal(5, norm / size, 1e-6);
        Numbers.AssertEqual([0.6, 0.8, 0], Gradients(net), 1e-6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_gradient_that_is_not_finite_is_named_when_the_norm_is_read_and_nothing_is_changed(double wrong)
    {
        using var scope = NewDisposeScope();
        using var net = Net([3, 0], [0, wrong]);
        ClippedNorm? norm = null;
        HostRead.CountOf(() => net.ClipGradientNorm(1, out norm));
        Assert.Equal("1.weight", Assert.Throws<NonFiniteGradientException>(() => norm!.Value).Parameter);
        HostRead.CountOf(() => net.ClipGradientValue(1));
        Numbers.AssertEqual([3, 0, 0, wrong], Gradients(net), 0);
    }

    [Fact]
    public void Gradients_are_clipped_by_value()
    {
        using var scope = NewDisposeScope();
        using var net = Net([3, 0.25], [0, -4]);
        Assert.Equal(0, HostRead.CountOf(() => net.ClipGradientValue(0.5)));
        Numbers.AssertEqual([0.5, 0.25, 0, -0.5], Gradients(net), 0);
    }

    [Fact]
    public void A_norm_that_nobody_read_is_gone_with_its_scope()
    {
        using var net = Net([3, 0], [0, -4]);
        ClippedNorm? norm = null;
        using (NewDisposeScope())
            HostRead.CountOf(() => net.ClipGradientNorm(1, out norm));
        Assert.Throws<ObjectDisposedException>(() => norm!.Value);
    }

    [Fact]
    public void Averages_of_logits_move_alike()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(2);
        var (onHost, onDevice) = (new LeCamPenalty { Decay = 0.75 }, new LeCamPenalty { Decay = 0.75 });
        double[][] reals = [[1, 3], [0, -2], [double.NaN, 1], [2, 2.5]];
        for (var step = 0; step < reals.Length; step++)
        {
            var (real, fake) = (tensor(reals[step]).unsqueeze(1), tensor([0.5 * step, -1]).unsqueeze(1));
            var expected = Value(onHost);
            var actual = 0.0;
            Assert.Equal(1, HostRead.CountOf(() => actual = Value(onDevice)));
            Assert.Equal(expected, actual, 1e-12);
            // Between two steps on the device they may be read, as for a checkpoint, or not.
            if (step == 1)
                AssertSame(onHost.State, onDevice.State);

            double Value(LeCamPenalty penalty)
            {
                using var terms = GanStep.Discriminator(new LogisticObjective { Penalties = [penalty] }, discriminator, real, fake, step);
                return HostRead.Number(terms.Penalties.Single().Value);
            }
        }

        AssertSame(onHost.State, onDevice.State);

        static void AssertSame(LogitAverages expected, LogitAverages actual)
        {
            Assert.Equal(expected.Batches, actual.Batches);
            Assert.Equal(expected.Real, actual.Real, 1e-12);
            Assert.Equal(expected.Fake, actual.Fake, 1e-12);
        }
    }

    [Fact]
    public void The_average_of_path_lengths_moves_alike()
    {
        using var scope = NewDisposeScope();
        var means = new[] { 2.0, double.PositiveInfinity, 3.5 };
        var (onHost, onDevice) = (new PathLengthAverage(), new PathLengthAverage());
        foreach (var mean in means)
        {
            onHost.Become(onHost.After(mean, 0.75));
            HostRead.CountOf(() => onDevice.Become(onDevice.After(tensor(mean), 0.75)));
        }

        Assert.Equal((0.25 * 3.5) + (0.75 * 0.25 * 2), onHost.Mean, 1e-15);
        Assert.Equal(onHost.Mean, onDevice.Mean, 1e-15);
    }

    [Fact]
    public void A_count_that_somebody_else_writes_to_is_read_again()
    {
        using var scope = NewDisposeScope();
        var buffer = zeros([], dtype: ScalarType.Int64);
        var count = new DeviceCount();
        var numbers = new List<long>();
        var reads = HostRead.CountOf(() =>
        {
            count.Add(buffer, 3);
            count.Add(buffer, 4);
            numbers.Add(count.Of(buffer));
            buffer.copy_(tensor(40L));
            numbers.Add(count.Of(buffer));
            count.Add(buffer, 2);
            numbers.Add(count.Of(buffer));
            numbers.Add(count.Of(tensor(5L)));
        });
        Assert.Equal([7, 40, 42, 5], numbers);
        Assert.Equal(3, reads);
        Assert.Equal(42, buffer.ToInt64());
    }

    private static TorchSharp.Modules.Sequential Net(params double[][] gradients)
    {
        var layers = gradients.Select(static gradient => (nn.Module<Tensor, Tensor>)nn.Linear(gradient.Length, 1, hasBias: false, dtype: ScalarType.Float64)).ToArray();
        foreach (var (layer, gradient) in layers.Zip(gradients))
        {
            var weight = layer.parameters().Single();
            using var withoutGraph = no_grad();
            weight.copy_(tensor(gradient).view(1, -1));
            weight.grad = tensor(gradient).view(1, -1);
        }

        return nn.Sequential(layers);
    }

    private static Tensor Gradients(nn.Module net) => cat([.. net.parameters().Select(static parameter => parameter.grad!.to(ScalarType.Float64).flatten())]);
}
