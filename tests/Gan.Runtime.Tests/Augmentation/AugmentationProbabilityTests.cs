using Gan.Runtime.Devices;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

public class AugmentationProbabilityTests
{
    [Fact]
    public void Every_fourth_step_it_moves_by_the_samples_since()
    {
        using var scope = NewDisposeScope();
        var p = new AugmentationProbability(samples: 500);
        double[] expected = [0, 0, 0, 0.04, 0.04, 0.04, 0.04, 0.08];
        foreach (var value in expected)
        {
            // All signs are positive: r = 1 is above the target.
            p.Update(tensor(new[] { 1, 2, 0.5f, 3, 4 }));
            Assert.Equal(value, p.Value, 1e-12);
        }
    }

    [Fact]
    public void It_falls_below_the_target_stays_at_it_and_never_leaves_its_range()
    {
        using var scope = NewDisposeScope();
        double After(double initial, params float[] logits)
        {
            var p = new AugmentationProbability(initial, target: 0.5, samples: 10, every: 1);
            p.Update(tensor(logits));
            return p.Value;
        }

        // r = 1/2, 0, 1, -1 and, where NaN counts as 0, 1/4.
        Assert.Equal(0.5, After(0.5, 1, 1, 1, -1), 1e-12);
        Assert.Equal(0.3, After(0.5, 1, -1), 1e-12);
        Assert.Equal(1, After(0.95, 1, 1), 1e-12);
        Assert.Equal(0, After(0.1, -1, -1), 1e-12);
        Assert.Equal(0.1, After(0.5, 1, float.NaN, 0, 0), 1e-12);
    }

    [Fact]
    public void A_saved_state_goes_on_where_it_was()
    {
        using var scope = NewDisposeScope();
        AugmentationProbability New() => new(0.25, samples: 100);
        var (whole, first, second) = (New(), New(), New());
        for (var i = 0; i < 6; i++)
        {
            whole.Update(tensor(new[] { 1f, 2, -1, 3, 1 }));
            first.Update(tensor(new[] { 1f, 2, -1, 3, 1 }));
        }

        second.LoadState(first.State);
        for (var i = 0; i < 2; i++)
        {
            whole.Update(ones(5));
            second.Update(ones(5));
        }

        Assert.Equal(whole.State, second.State);
        Assert.Equal(0.25 + 0.2, whole.Value, 1e-12);
    }

    [Theory]
    [InlineData("Probability", 1.5)]
    [InlineData("Probability", double.NaN)]
    [InlineData("Signs", 8.0)]
    [InlineData("Logits", 0.5)]
    [InlineData("Steps", 4.0)]
    [InlineData("Other", 0.0)]
    public void A_state_that_no_steps_lead_to_is_refused(string name, double value)
    {
        using var scope = NewDisposeScope();
        var p = new AugmentationProbability(0.25);
        p.Update(ones(4));
        var state = new Dictionary<string, double>(p.State) { [name] = value };
        Assert.Throws<ArgumentException>("state", () => p.LoadState(state));
        Assert.Throws<ArgumentException>("state", () => p.LoadState(new Dictionary<string, double>()));
        Assert.Equal([0.25, 4, 4, 1], p.State.Values);
    }

    [Fact]
    public void Numbers_stay_on_the_device_until_they_are_read()
    {
        using var scope = NewDisposeScope();
        var p = new AugmentationProbability(samples: 50);
        using var augment = new PseudoAugmentation(p);
        Assert.Equal(0, HostRead.CountOf(() =>
        {
            for (var i = 0; i < 9; i++)
                p.Update(ones(5));
            augment.call(ones(2, 3), zeros(2, 3));
        }));
        Assert.Equal(1, HostRead.CountOf(() => Assert.Equal(0.8, p.Value, 1e-12)));
    }

    [Fact]
    public void It_leaks_nothing_and_refuses_what_cannot_be()
    {
        var p = new AugmentationProbability();
        Live.AssertUnchanged(() =>
        {
            using var logits = ones(3).requires_grad_(true);
            p.Update(logits);
        });
        Assert.Throws<ArgumentException>("realLogits", () => p.Update(ones(2, dtype: ScalarType.Int64)));
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => new AugmentationProbability(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => new AugmentationProbability(target: 1.1));
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => new AugmentationProbability(samples: 0));
        Assert.Throws<ArgumentOutOfRangeException>("every", () => new AugmentationProbability(every: 0));
        Assert.Throws<ArgumentOutOfRangeException>("Value", () => p.Value = double.NaN);
    }
}
