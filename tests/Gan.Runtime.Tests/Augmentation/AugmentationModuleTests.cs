using Gan.Runtime.Devices;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

/// <summary>What all augmentations have in common.</summary>
public class AugmentationModuleTests
{
    public static TheoryData<string> Names => ["DiffAugment", "AdaAugment"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Half_types_stay_and_are_computed_in_float32(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[] { ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float64 })
        {
            using var augment = Make(name);
            var y = augment.call(Images.Of(2, 3, 8, 8, type));
            Assert.Equal(type, y.dtype);
            Assert.Equal([2, 3, 8, 8], y.shape);
            Assert.True(y.isfinite().all().item<bool>());
        }

        var x = Images.Of(2, 3, 8, 8, ScalarType.BFloat16);
        using var half = Make(name);
        using var single = Make(name);
        Numbers.AssertEqual(Numbers.Of(single.call(x.to(ScalarType.Float32)).to(ScalarType.BFloat16)), half.call(x), 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_changed_in_evaluation_mode(string name)
    {
        using var scope = NewDisposeScope();
        using var augment = Make(name);
        var x = Images.Of(2, 3, 8, 8);
        augment.eval();
        Assert.Equal(Numbers.Of(x), Numbers.Of(augment.call(x)));
        augment.train();
        Assert.NotEqual(Numbers.Of(x), Numbers.Of(augment.call(x)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_number_is_read_and_nothing_leaks(string name)
    {
        using var augment = Make(name);
        Assert.Empty(augment.state_dict());
        Live.AssertUnchanged(() =>
        {
            using var scope = NewDisposeScope();
            var x = Images.Of(2, 3, 8, 8).requires_grad_(true);
            Assert.Equal(0, HostRead.CountOf(() => augment.call(x).sum().backward()));
        });
        Live.AssertUnchanged(() =>
        {
            using var scope = NewDisposeScope();
            using var other = Make(name);
            other.call(Images.Of(1, 3, 4, 4));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_a_batch_of_images_is_refused(string name)
    {
        using var scope = NewDisposeScope();
        using var augment = Make(name);
        Assert.Throws<ArgumentNullException>("input", () => augment.call(null!));
        Assert.Throws<ArgumentException>("input", () => augment.call(ones(3, 8, 8)));
        Assert.Throws<ArgumentException>("input", () => augment.call(ones(0, 3, 8, 8)));
        Assert.Throws<ArgumentException>("input", () => augment.call(ones(2, 3, 8, 8, dtype: ScalarType.Int64)));
    }

    [Fact]
    public void Policies_must_be_some_and_known()
    {
        Assert.Throws<ArgumentOutOfRangeException>("policies", () => new DiffAugment(0));
        Assert.Throws<ArgumentOutOfRangeException>("policies", () => new DiffAugment((DiffAugmentPolicies)8));
        Assert.Throws<ArgumentOutOfRangeException>("transforms", () => new AdaAugment(new(), 0));
        Assert.Throws<ArgumentOutOfRangeException>("transforms", () => new AdaAugment(new(), (AdaTransforms)(1 << 15)));
        Assert.Throws<ArgumentNullException>("probability", () => new AdaAugment(null!));
    }

    [Fact]
    public void Colours_need_one_channel_or_three_and_quarter_turns_a_square()
    {
        using var scope = NewDisposeScope();
        using var color = new AdaAugment(new(1), AdaTransforms.Hue);
        using var turns = new AdaAugment(new(1), AdaTransforms.QuarterTurns);
        using var rest = new AdaAugment(new(1), AdaTransforms.All & ~AdaTransforms.Color & ~AdaTransforms.QuarterTurns);
        Assert.Contains("1 channel or 3", Assert.Throws<ArgumentException>("input", () => color.call(ones(2, 2, 4, 4))).Message);
        Assert.Contains("square", Assert.Throws<ArgumentException>("input", () => turns.call(ones(2, 3, 4, 5))).Message);
        Assert.Equal([2, 2, 4, 5], rest.call(ones(2, 2, 4, 5)).shape);
    }

    private static DifferentiableAugmentation Make(string name) => name == "DiffAugment"
        ? new DiffAugment(generator: new Generator(1))
        : new AdaAugment(new AugmentationProbability(1), AdaTransforms.All, new Generator(1));
}
