using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

/// <summary>The weights of past values in the average, by their closed forms.</summary>
public class AverageDecayTests
{
    [Fact]
    public void A_constant_decay_weighs_values_geometrically()
    {
        // From 0 by n updates towards 1: 1 - 0.9^n.
        using var average = Averages(AverageDecay.Constant(0.9), out var net);
        using (net)
        {
            for (var n = 1; n <= 20; n++)
                AssertNext(average, net, 1, 1 - Math.Pow(0.9, n));
        }
    }

    [Fact]
    public void A_ramp_begins_with_a_copy_and_is_the_mean_of_all_while_it_lasts()
    {
        // With the decay n / (n + 1) the average of n + 1 values is their mean; from 0.75 on the decay rests.
        using var average = Averages(AverageDecay.Constant(0.75, rampUp: 1), out var net);
        using (net)
        {
            AssertNext(average, net, 4, 4);
            AssertNext(average, net, 8, 6);
            AssertNext(average, net, 0, 4);
            AssertNext(average, net, 8, 5);
            AssertNext(average, net, 9, 0.75 * 5 + 0.25 * 9);
        }
    }

    [Fact]
    public void A_half_life_halves()
    {
        // 32 images a batch, half-life 320: after 10 updates half of the start is left, after 20 a quarter.
        using var average = Averages(AverageDecay.HalfLife(320), out var net);
        using (net)
        {
            Set(net, 1);
            for (var n = 1; n <= 20; n++)
            {
                average.Update(net, 32);
                Assert.Equal(1 - Math.Pow(0.5, n / 10.0), Mean(average), 1e-12);
            }

            Assert.Equal(640, average.Images);
        }
    }

    [Fact]
    public void The_ramp_of_StyleGAN2()
    {
        // h = min(10,000, 0.05 * images before): a copy, then 0.5^(32 / 1.6), 0.5^(32 / 3.2), ...
        using var average = Averages(AverageDecay.HalfLife(10_000, rampUp: 0.05), out var net);
        using (net)
        {
            var expected = 0.0;
            for (var n = 0; n < 10; n++)
            {
                var beta = n == 0 ? 0 : Math.Pow(0.5, 32 / (0.05 * 32 * n));
                expected = beta * expected + (1 - beta) * n * n;
                Set(net, n * n);
                average.Update(net, 32);
                Assert.Equal(expected, Mean(average), 1e-12);
            }
        }
    }

    [Fact]
    public void Before_the_start_step_it_copies_and_counts_nothing_for_the_ramp()
    {
        using var average = Averages(AverageDecay.Constant(0.75, rampUp: 1), out var net, startStep: 2);
        using (net)
        {
            AssertNext(average, net, 4, 4);
            AssertNext(average, net, 7, 7);
            Assert.Equal(0, average.Images);
            AssertNext(average, net, 2, 2);
            AssertNext(average, net, 4, 3);
            Assert.Equal((4, 2), (average.Updates, average.Images));
        }
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        foreach (var wrong in new[] { -0.1, 1, double.NaN })
            Assert.Throws<ArgumentOutOfRangeException>("decay", () => AverageDecay.Constant(wrong));
        foreach (var wrong in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("images", () => AverageDecay.HalfLife(wrong));
            Assert.Throws<ArgumentOutOfRangeException>("rampUp", () => AverageDecay.HalfLife(1, wrong));
        }

        Assert.Throws<ArgumentOutOfRangeException>("rampUp", () => AverageDecay.Constant(0.5, -1));
    }

    private static ExponentialMovingAverage Averages(AverageDecay decay, out FunctionNet net, long startStep = 0)
    {
        net = FunctionNet.Linear(0);
        return new ExponentialMovingAverage(net, decay, startStep);
    }

    private static void AssertNext(ExponentialMovingAverage average, FunctionNet net, double value, double expected)
    {
        Set(net, value);
        average.Update(net);
        Assert.Equal(expected, Mean(average), 1e-12);
    }

    private static void Set(FunctionNet net, double value)
    {
        using var withoutGraph = no_grad();
        net.Weight.fill_(value);
    }

    private static double Mean(ExponentialMovingAverage average) => Numbers.Of(average.state_dict()["average.weight"]).Single();
}
