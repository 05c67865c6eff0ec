using Gan.Runtime.Augmentation;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

public class AdaAugmentTests
{
    private const double Happens = 0.49, Not = 0.5;

    [Fact]
    public void Nothing_changes_with_probability_0()
    {
        using var scope = NewDisposeScope();
        using var augment = new AdaAugment(new(0), AdaTransforms.All);
        foreach (var size in new[] { 1, 2, 5, 16 })
        {
            var x = Images.Of(3, 3, size, size);
            Numbers.AssertEqual(Numbers.Of(x), augment.call(x), 1e-9);
        }
    }

    [Theory]
    [InlineData(0.7, Happens, true)]
    [InlineData(0.7, Not, false)]
    [InlineData(0.4, Happens, false)]
    public void A_flip_mirrors_the_columns(double draw, double gate, bool isFlipped)
    {
        using var scope = NewDisposeScope();
        var x = Images.Of(1, 2, 3, 4);
        var planes = Images.Planes(x);
        Images.AssertEqual((_, c, h, w) => planes[c][h, isFlipped ? 3 - w : w], Augmented(x, AdaTransforms.HorizontalFlip, [draw], [gate]), 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Quarter_turns_go_counter_clockwise(int turns)
    {
        using var scope = NewDisposeScope();
        var x = Images.Of(1, 1, 4, 4);
        Numbers.AssertEqual(Numbers.Of(rot90(x, turns, (2, 3))), Augmented(x, AdaTransforms.QuarterTurns, [(turns + 0.5) / 4], [Happens]), 0);
    }

    [Fact]
    public void A_translation_by_whole_pixels_reflects_the_image_at_its_edges()
    {
        // (2 * 0.9 - 1) / 8 * 16 = 1.6, rounded to 2 to the right; (2 * 0.1 - 1) / 8 * 8 = -0.8, rounded to 1 up.
        using var scope = NewDisposeScope();
        var x = Images.Of(1, 1, 8, 16);
        var plane = Images.Planes(x)[0];
        Images.AssertEqual((_, _, h, w) => plane[h == 7 ? 6 : h + 1, Math.Abs(w - 2)], Augmented(x, AdaTransforms.WholeTranslation, [0.9], [0.1], [Happens]), 0);
    }

    [Fact]
    public void Flips_come_before_turns_and_turns_before_translations()
    {
        using var scope = NewDisposeScope();
        var x = Images.Of(1, 1, 8, 8);
        var expected = rot90(x.flip(3), 1, (2, 3)).roll(1, 3);
        var actual = Augmented(x, AdaTransforms.Blit, [0.7], [Happens], [0.3], [Happens], [0.99], [0.5], [Happens]);
        Numbers.AssertEqual(Numbers.Of(expected[TensorIndex.Ellipsis, TensorIndex.Slice(1)]), actual[TensorIndex.Ellipsis, TensorIndex.Slice(1)], 0);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(1.2, 0.5, 0, 0.5, 0, 0)]
    [InlineData(0, 0.5, 1.5, 0.5, 0, 0)]
    [InlineData(0, 0.8, 0, 0.5, 0, 0)]
    [InlineData(0, 0.5, 0, 0.5, 0.6, -0.4)]
    [InlineData(-0.7, 0.63, 0.9, 0.22, -0.3, 0.5)]
    public void Geometry_is_one_map_between_pixels_of_twice_the_resolution(double scale, double before, double stretch, double after, double x, double y)
    {
        using var scope = NewDisposeScope();
        var images = Images.Of(1, 1, 7, 9);
        var actual = Augmented(images, AdaTransforms.Geometry, [scale], [0], [before], [0], [stretch], [0], [after], [0], [x], [y], [0]);
        var (factor, ratio) = (Math.Pow(2, 0.2 * scale), Math.Pow(2, 0.2 * stretch));
        var inverse = AdaReference.Product(
            AdaReference.Scale(1 / factor, 1 / factor), AdaReference.Rotation(2 * Math.PI * (before - 0.5)), AdaReference.Scale(1 / ratio, ratio),
            AdaReference.Rotation(2 * Math.PI * (after - 0.5)), AdaReference.Translation(-0.125 * x * 9, -0.125 * y * 7));
        var expected = AdaReference.Resampled(Images.Planes(images)[0], inverse);
        Images.AssertEqual((_, _, h, w) => expected[h, w], actual, 1e-9);
    }

    [Theory]
    [InlineData(0.5, 0, 0.4, 0.5, 0)]
    [InlineData(0, 1.5, 0.4, 0.5, 0)]
    [InlineData(0, 0, 0.6, 0.5, 0)]
    [InlineData(0, 0, 0.4, 0.8, 0)]
    [InlineData(0, 0, 0.4, 0.5, -1)]
    [InlineData(-0.7, 0.9, 0.9, 0.1, 1.3)]
    public void Colours_change_by_one_matrix(double brightness, double contrast, double flip, double hue, double saturation)
    {
        using var scope = NewDisposeScope();
        var x = Images.Of(1, 3, 2, 3);
        var actual = Augmented(x, AdaTransforms.Color, [brightness], [0], [contrast], [0], [flip], [0], [hue], [0], [saturation], [0]);
        var matrix = AdaReference.Colour(0.2 * brightness, Math.Pow(2, 0.5 * contrast), flip >= 0.5, 2 * Math.PI * (hue - 0.5), Math.Pow(2, saturation));
        var planes = Images.Planes(x);
        Images.AssertEqual((_, c, h, w) => Enumerable.Range(0, 3).Sum(k => matrix[c, k] * planes[k][h, w]) + matrix[c, 3], actual, 1e-12);
    }

    [Fact]
    public void A_grey_image_has_no_hue()
    {
        using var scope = NewDisposeScope();
        var x = Images.Of(1, 1, 2, 3);
        var plane = Images.Planes(x)[0];
        Images.AssertEqual((_, _, h, w) => -2 * (plane[h, w] + 0.1), Augmented(x, AdaTransforms.Color, [0.5], [0], [2], [0], [0.6], [0]), 1e-12);
    }

    [Fact]
    public void The_filter_amplifies_each_band_of_frequency()
    {
        // A constant image lies in the lowest band, a chequered one in the highest, and each axis is filtered.
        using var scope = NewDisposeScope();
        double[] normal = [0.5, -1, 0, 2];
        double[] gains = [1, 1, 1, 1];
        double[] power = [10 / 13.0, 1 / 13.0, 1 / 13.0, 1 / 13.0];
        for (var band = 0; band < 4; band++)
        {
            var amplified = Enumerable.Range(0, 4).Select(k => k == band ? Math.Pow(2, normal[band]) : 1).ToArray();
            var root = Math.Sqrt(amplified.Zip(power, (gain, share) => share * gain * gain).Sum());
            for (var k = 0; k < 4; k++)
                gains[k] *= amplified[k] / root;
        }

        Tensor Filtered(Tensor x) => Augmented(x, AdaTransforms.Filter, [.. normal.SelectMany(n => new double[][] { [n], [0] })]);
        Numbers.AssertEqual(Enumerable.Repeat(gains[0] * gains[0], 48).ToArray(), Filtered(ones(1, 1, 6, 8, dtype: ScalarType.Float64)), 1e-9);
        var chequered = arange(6).reshape(6, 1).add(arange(8)).remainder(2).mul(2).sub(1).to(ScalarType.Float64).reshape(1, 1, 6, 8);
        Numbers.AssertEqual([.. Numbers.Of(chequered).Select(pixel => pixel * gains[3] * gains[3])], Filtered(chequered), 1e-9);
    }

    [Fact]
    public void Noise_has_a_deviation_of_its_own_for_each_image()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 1, 1, 2, dtype: ScalarType.Float64);
        Numbers.AssertEqual([0.1, -0.2, 0, 0], Augmented(x, AdaTransforms.Noise, [1, 2, 3, 4], [-1, 1], [Happens, Not]).mul(tensor(new[] { 1.0, -1 })), 1e-12);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.1, 0.95)]
    [InlineData(0, 0.3)]
    public void Cutout_clears_a_rectangle_around_its_centre(double row, double column)
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 1, 8, 5, dtype: ScalarType.Float64);
        Images.AssertEqual(
            (n, _, h, w) => n == 0 && Math.Abs(((h + 0.5) / 8) - row) < 0.25 && Math.Abs(((w + 0.5) / 5) - column) < 0.25 ? 0 : 1,
            Augmented(x, AdaTransforms.Cutout, [Happens, Not], [row, row], [column, column]),
            0);
    }

    [Fact]
    public void Each_transformation_happens_with_probability_p_and_one_or_both_rotations_do()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var x = Images.Of(1, 1, 2, 2, ScalarType.Float32).expand(2000, -1, -1, -1);
        double Unchanged(AdaTransforms transforms)
        {
            using var augment = new AdaAugment(new(0.4), transforms, random);
            return augment.call(x).sub(x).abs().amax(1, 2, 3).lt(1e-5).to(ScalarType.Float64).mean().ToDouble();
        }

        Assert.Equal(0.6, Unchanged(AdaTransforms.Brightness), 0.04);
        Assert.Equal(0.6, Unchanged(AdaTransforms.Rotation), 0.04);
        Assert.Equal(0.8, Unchanged(AdaTransforms.HorizontalFlip), 0.04);
        Assert.Equal(0.36, Unchanged(AdaTransforms.Brightness | AdaTransforms.Contrast), 0.04);
    }

    [Fact]
    public void Draws_have_the_published_distributions()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(2);
        Tensor Of(AdaTransforms transforms, Tensor x)
        {
            using var augment = new AdaAugment(new(1), transforms, random);
            return augment.call(x).flatten();
        }

        var grey = zeros(4000, 1, 1, 1);
        Assert.Equal(0.2, Of(AdaTransforms.Brightness, grey).std().ToSingle(), 0.01);
        Assert.Equal(0.5, Of(AdaTransforms.Contrast, grey.add(1)).log2().std().ToSingle(), 0.02);
        Assert.Equal(0, Of(AdaTransforms.LumaFlip, grey.add(1)).mean().ToSingle(), 0.05);
        // E[sigma^2] of a sigma of |N(0, 0.01)|.
        Assert.Equal(0.1, Of(AdaTransforms.Noise, grey).std().ToSingle(), 0.01);
    }

    [Fact]
    public void Gradients_pass_through()
    {
        Images.AssertDifferentiable(
            x =>
            {
                using var random = new Generator(5);
                using var augment = new AdaAugment(new(1), AdaTransforms.All, random);
                return augment.call(x);
            },
            Images.Of(2, 3, 8, 8));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void Wavelets_are_orthogonal_and_of_their_order(int order)
    {
        var taps = order == 2 ? Wavelets.Symlet2 : Wavelets.Symlet6;
        Assert.Equal(2 * order, taps.Length);
        Assert.Equal(Math.Sqrt(2), taps.Sum(), 1e-10);
        for (var shift = 0; shift < order; shift++)
            Assert.Equal(shift == 0 ? 1 : 0, Enumerable.Range(0, taps.Length - (2 * shift)).Sum(i => taps[i] * taps[i + (2 * shift)]), 1e-10);
        for (var moment = 0; moment < order; moment++)
            Assert.Equal(0, taps.Select((tap, i) => (i % 2 == 0 ? tap : -tap) * Math.Pow(i, moment)).Sum(), 1e-6);
    }

    private static Tensor Augmented(Tensor x, AdaTransforms transforms, params double[][] draws)
    {
        var numbers = new FixedDraws(draws);
        using var augment = new AdaAugment(new(0.5), transforms, numbers);
        var result = augment.call(x);
        Assert.Equal(0, numbers.Left);
        return result;
    }
}
