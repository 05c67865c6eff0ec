using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>ADA's filter in image space: four bands of spatial frequency, separated by the wavelet of order 2, each amplified at random while the expected power of natural images stays.</summary>
internal sealed class AdaFilter : IDisposable
{
    /// <summary>From [0, pi/8] to [pi/2, pi].</summary>
    private const int Bands = 4;

    // The spectrum of natural images falls with the square of the frequency.
    private static readonly double[] s_power = [10.0 / 13, 1.0 / 13, 1.0 / 13, 1.0 / 13];

    private static readonly double[][] s_bank = Bank();

    private readonly AxisMatrices matrices = new(Matrices);

    public Tensor Of(Tensor images, AdaDraws draws)
    {
        var gains = Gains(draws);
        return Along(2).matmul(images).matmul(Along(3).transpose(-1, -2));

        // The filters of the bands along an axis, weighted by their gains: [N, 1, size, size].
        Tensor Along(int axis)
        {
            var size = images.shape[axis];
            return gains.matmul(matrices.For(images, axis)).reshape(-1, 1, size, size);
        }
    }

    public void Dispose() => matrices.Dispose();

    /// <summary>The gain of each band: [N, 4].</summary>
    private static Tensor Gains(AdaDraws draws)
    {
        var gains = new Tensor?[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var gain = draws.Normal(AdaTransforms.Filter, 1).exp2();
            var root = gain.square().sub(1).mul(s_power[band]).add(1).sqrt();
            for (var other = 0; other < Bands; other++)
            {
                var factor = (other == band ? gain : ones_like(gain)).div(root);
                gains[other] = gains[other]?.mul(factor) ?? factor;
            }
        }

        return stack(gains.OfType<Tensor>(), 1);
    }

    /// <summary>The filter of each band along an axis that is continued by reflection: a row of size * size entries each.</summary>
    private static double[,] Matrices(int size)
    {
        var matrix = new double[Bands, size * size];
        for (var band = 0; band < Bands; band++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var tap = 0; tap < s_bank[band].Length; tap++)
                    matrix[band, (i * size) + Reflection.Of(i + tap - (s_bank[band].Length / 2), size)] += s_bank[band][tap];
            }
        }

        return matrix;
    }

    /// <summary>The filter of each band, all of one odd length: they add up to the identity.</summary>
    private static double[][] Bank()
    {
        var low = HalfPower(Wavelets.Symlet2);
        var high = HalfPower([.. Wavelets.Symlet2.Select(static (tap, i) => i % 2 == 0 ? tap : -tap)]);
        double[][] bank = [[1], [0], [0], [0]];
        for (var band = 1; band < Bands; band++)
        {
            bank = [.. bank.Select(filter => Convolved(Spread(filter), low))];
            var first = (bank[band].Length - high.Length) / 2;
            for (var i = 0; i < high.Length; i++)
                bank[band][first + i] += high[i];
        }

        return bank;
    }

    /// <summary>H(z) H(1/z) / 2.</summary>
    private static double[] HalfPower(double[] taps) => [.. Convolved(taps, [.. taps.Reverse()]).Select(static tap => tap / 2)];

    /// <summary>A filter for every second pixel.</summary>
    private static double[] Spread(double[] filter)
    {
        var spread = new double[(2 * filter.Length) - 1];
        for (var i = 0; i < filter.Length; i++)
            spread[2 * i] = filter[i];
        return spread;
    }

    private static double[] Convolved(double[] a, double[] b)
    {
        var result = new double[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
                result[i + j] += a[i] * b[j];
        }

        return result;
    }
}
