namespace Gan.Runtime.Tests.Optimizers;

public class AdamKernelTests
{
    private delegate void Kernel(in AdamUpdate update, Span<float> p, Span<float> g, Span<float> m, Span<float> v);

    // The operations are defined on machines without such vectors too, only slow there: every width runs everywhere.
    private static readonly Kernel[] s_kernels =
    [
        AdamKernel.Apply,
        AdamKernel.Apply<Float128>,
        AdamKernel.Apply<Float256>,
        AdamKernel.Apply<Float512>,
    ];

    private static readonly AdamGroup s_group = new(0.01, 0.5, 0.999, 1e-8, 0.1, Maximize: false, IsDecoupled: false);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Every_width_gives_the_bits_of_one_by_one_at_every_length_and_offset(bool isDecoupled, bool maximize)
    {
        var group = s_group with { IsDecoupled = isDecoupled, Maximize = maximize };
        for (var length = 0; length <= 70; length++)
        {
            var offset = length % 5;
            var expected = Run(AdamKernel.Apply<Float1>, group, length, offset);
            foreach (var kernel in s_kernels)
                Assert.Equal(expected, Run(kernel, group, length, offset));
        }
    }

    [Fact]
    public void One_element_is_the_formula()
    {
        // n = 1, p = 1, g = 2 + 0.1: m = 1.05, m / 0.5 = 2.1, v / 0.001 = 2.1², so p falls by lr.
        float[] p = [1], m = [0], v = [0];
        AdamKernel.Apply(AdamUpdate.At(1, s_group), p, new float[] { 2 }, m, v);
        Assert.Equal(0.99, p[0], 1e-7);
        Assert.Equal(1.05, m[0], 1e-7);
        Assert.Equal(0.00441, v[0], 1e-9);
    }

    [Fact]
    public void A_gradient_whose_square_overflows_still_steps()
    {
        float[] p = [1], m = [0], v = [0];
        AdamKernel.Apply(AdamUpdate.At(1, s_group), p, new[] { -1e20f }, m, v);
        Assert.Equal(1.01, p[0], 1e-6);
    }

    [Fact]
    public void NaN_stays_in_its_element()
    {
        foreach (var kernel in s_kernels)
        {
            var (p, g, m, v) = (new float[40], Enumerable.Repeat(1f, 40).ToArray(), new float[40], new float[40]);
            g[17] = float.NaN;
            kernel(AdamUpdate.At(1, s_group), p, g, m, v);
            Assert.All(p, (value, i) => Assert.Equal(i == 17, float.IsNaN(value)));
        }
    }

    [Fact]
    public void A_zero_gradient_moves_nothing()
    {
        float[] p = [1, -2], m = [0, 0], v = [0, 0];
        AdamKernel.Apply(AdamUpdate.At(1, s_group with { WeightDecay = 0, Epsilon = 1e-30, Beta2 = 1 - 1e-15 }), p, new float[2], m, v);
        Assert.Equal([1, -2], p);
    }

    [Fact]
    public void Lengths_that_differ_are_refused()
    {
        foreach (var kernel in s_kernels)
        {
            Assert.Throws<ArgumentException>(() => kernel(default, new float[2], new float[1], new float[2], new float[2]));
            Assert.Throws<ArgumentException>(() => kernel(default, new float[2], new float[2], new float[3], new float[2]));
            Assert.Throws<ArgumentException>(() => kernel(default, new float[2], new float[2], new float[2], new float[1]));
        }
    }

    /// <summary>Three steps from the same numbers, on slices that begin at an offset and are followed by what must not be touched.</summary>
    private static float[] Run(Kernel kernel, AdamGroup group, int length, int offset)
    {
        var random = new Random(length);
        var count = offset + length + 3;
        var (p, m, v) = (Samples.Floats(random, count, 1), new float[count], new float[count]);
        for (var n = 1; n <= 3; n++)
        {
            var g = Samples.Floats(random, count, 0.1);
            kernel(AdamUpdate.At(n, group), p.AsSpan(offset, length), g.AsSpan(offset, length), m.AsSpan(offset, length), v.AsSpan(offset, length));
        }

        Assert.All(m.AsSpan(offset + length).ToArray(), value => Assert.Equal(0, value));
        return [.. p, .. m, .. v];
    }
}
