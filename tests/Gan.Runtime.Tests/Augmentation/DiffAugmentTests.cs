using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

public class DiffAugmentTests
{
    [Fact]
    public void Colour_changes_brightness_then_saturation_then_contrast()
    {
        using var scope = NewDisposeScope();
        var x = Images.Of(2, 3, 4, 5);
        using var augment = new DiffAugment(DiffAugmentPolicies.Color, new FixedDraws([0.9, 0.25], [0.1, 0.75], [0.6, 0]));
        var planes = Images.Planes(x);
        double[] brightness = [0.4, -0.25], saturation = [0.2, 1.5], contrast = [1.1, 0.5];
        var saturated = new double[6][,];
        for (var n = 0; n < 2; n++)
        {
            for (var c = 0; c < 3; c++)
            {
                saturated[(3 * n) + c] = new double[4, 5];
                for (var i = 0; i < 20; i++)
                {
                    var (h, w) = (i / 5, i % 5);
                    var grey = Enumerable.Range(0, 3).Average(k => planes[(3 * n) + k][h, w]) + brightness[n];
                    saturated[(3 * n) + c][h, w] = grey + ((planes[(3 * n) + c][h, w] + brightness[n] - grey) * saturation[n]);
                }
            }
        }

        var means = Enumerable.Range(0, 2).Select(n => Enumerable.Range(0, 3).Average(c => saturated[(3 * n) + c].Cast<double>().Average())).ToArray();
        Images.AssertEqual((n, c, h, w) => means[n] + ((saturated[(3 * n) + c][h, w] - means[n]) * contrast[n]), augment.call(x), 1e-12);
    }

    [Theory]
    [InlineData(0, 0.99, -3, 1)]
    [InlineData(0.5, 0.4, 0, 0)]
    [InlineData(0.79, 0, 2, -1)]
    public void Translation_moves_each_image_and_fills_with_zeros(double u, double v, int down, int right)
    {
        // 31 / 8 rounds down to 3 rows each way: seven shifts. 15 / 8 rounds down to 1 column: three.
        using var scope = NewDisposeScope();
        var x = Images.Of(2, 1, 31, 15);
        using var augment = new DiffAugment(DiffAugmentPolicies.Translation, new FixedDraws([u, 0.5], [v, 0.5]));
        var planes = Images.Planes(x);
        Images.AssertEqual(
            (n, _, h, w) => n == 1 ? planes[1][h, w] : h + down is >= 0 and < 31 && w + right is >= 0 and < 15 ? planes[0][h + down, w + right] : 0, augment.call(x), 0);
    }

    [Theory]
    [InlineData(0, 0.999)]
    [InlineData(0.999, 0)]
    [InlineData(0.5, 0.5)]
    public void Cutout_clears_half_of_each_side(double u, double v)
    {
        // 6 rows: a rectangle of 3, centred at 0 to 5; 5 columns: of 2, centred at 0 to 5. Its first row is the centre's less 1, its first column less 1.
        using var scope = NewDisposeScope();
        var x = ones(1, 2, 6, 5, dtype: ScalarType.Float64);
        using var augment = new DiffAugment(DiffAugmentPolicies.Cutout, new FixedDraws([u], [v]));
        var (row, column) = ((int)(u * 6) - 1, (int)(v * 6) - 1);
        Images.AssertEqual((_, _, h, w) => h >= row && h < row + 3 && w >= column && w < column + 2 ? 0 : 1, augment.call(x), 0);
    }

    [Fact]
    public void Draws_are_uniform_over_the_published_ranges()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        const int Samples = 4000;
        using var translation = new DiffAugment(DiffAugmentPolicies.Translation, random);
        var mark = zeros(Samples, 1, 17, 17);
        mark[TensorIndex.Colon, 0, 8, 8] = 1;
        var places = translation.call(mark).sum([0, 1]);
        // 17 / 8 = 2: 25 places, each with a chance of 1/25.
        var chance = places.div(Samples)[TensorIndex.Slice(6, 11), TensorIndex.Slice(6, 11)];
        Assert.Equal(Samples, places[TensorIndex.Slice(6, 11), TensorIndex.Slice(6, 11)].sum().item<float>());
        Assert.InRange(chance.min().item<float>(), 0.025, 0.04);
        Assert.InRange(chance.max().item<float>(), 0.04, 0.055);

        using var color = new DiffAugment(DiffAugmentPolicies.Color, random);
        // A grey image has neither saturation nor contrast: what is left is the brightness.
        var brightness = color.call(zeros(Samples, 3, 1, 1))[TensorIndex.Colon, 0, 0, 0];
        Assert.InRange(brightness.min().item<float>(), -0.5, -0.49);
        Assert.InRange(brightness.max().item<float>(), 0.49, 0.5);
        Assert.Equal(1 / Math.Sqrt(12), brightness.std().item<float>(), 0.01);
    }

    [Fact]
    public void The_same_seed_gives_the_same_images_and_a_draw_of_their_own_to_each()
    {
        using var scope = NewDisposeScope();
        var x = Images.Of(1, 3, 8, 8, ScalarType.Float32).expand(4, -1, -1, -1);
        Tensor Once(ulong seed)
        {
            using var random = new Generator(seed);
            using var augment = new DiffAugment(generator: random);
            return augment.call(x);
        }

        var first = Once(7);
        Assert.Equal(Numbers.Of(first), Numbers.Of(Once(7)));
        Assert.NotEqual(Numbers.Of(first), Numbers.Of(Once(8)));
        Assert.NotEqual(Numbers.Of(first[0]), Numbers.Of(first[1]));
        manual_seed(7);
        using var global = new DiffAugment();
        var second = global.call(x);
        manual_seed(7);
        Assert.Equal(Numbers.Of(second), Numbers.Of(global.call(x)));
    }

    [Fact]
    public void Gradients_pass_through()
    {
        using var scope = NewDisposeScope();
        Images.AssertDifferentiable(
            x =>
            {
                using var random = new Generator(5);
                using var augment = new DiffAugment(generator: random);
                return augment.call(x);
            },
            Images.Of(2, 3, 8, 9));
    }
}
