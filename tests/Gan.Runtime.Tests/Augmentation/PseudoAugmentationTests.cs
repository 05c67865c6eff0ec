using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

public class PseudoAugmentationTests
{
    [Fact]
    public void Real_samples_become_generated_ones_with_probability_p()
    {
        using var scope = NewDisposeScope();
        using var augment = new PseudoAugmentation(new(0.3), new FixedDraws([0.29, 0.3, 0.9, 0]));
        var fake = full([4, 2], 7.0, dtype: ScalarType.Float64).requires_grad_(true);
        var mixed = augment.call(zeros(4, 2, dtype: ScalarType.Float64), fake);
        Numbers.AssertEqual([7, 7, 0, 0, 0, 0, 7, 7], mixed, 0);
        Assert.False(mixed.requires_grad);
    }

    [Fact]
    public void The_share_of_replaced_samples_is_p()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        double Share(double p)
        {
            using var augment = new PseudoAugmentation(new(p), random);
            return augment.call(zeros(4000, 1), ones(4000, 1)).mean().item<float>();
        }

        Assert.Equal(0, Share(0));
        Assert.Equal(1, Share(1));
        Assert.Equal(0.3, Share(0.3), 0.03);
    }

    [Fact]
    public void Samples_that_do_not_match_are_refused_and_evaluation_replaces_none()
    {
        using var scope = NewDisposeScope();
        using var augment = new PseudoAugmentation(new(1));
        Assert.Throws<ArgumentException>("fake", () => augment.call(ones(4, 2), ones(3, 2)));
        Assert.Throws<ArgumentException>("fake", () => augment.call(ones(4, 2), ones(4, 2, dtype: ScalarType.Float64)));
        Assert.Throws<ArgumentException>("real", () => augment.call(ones(4, 2, dtype: ScalarType.Int64), ones(4, 2)));
        Assert.Throws<ArgumentNullException>("probability", () => new PseudoAugmentation(null!));
        augment.eval();
        Numbers.AssertEqual([1, 1], augment.call(ones(2, 1), zeros(2, 1)), 0);
    }
}
