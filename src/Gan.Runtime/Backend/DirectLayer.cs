using System.Runtime.CompilerServices;

namespace Gan.Runtime.Backend;

/// <summary>
/// A layer's values by their definition, in float64 and without libtorch. A convolution and its transpose are one trilinear form, the sum of <c>s[i] w[k] l[i · stride - padding + k]</c>
/// over samples, channels and positions: s is the output of a convolution and the input of a transposed one, l the other. Each value is its derivative in one of the three.
/// </summary>
internal static class DirectLayer
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LayerValues Of(CheckedLayer layer, LayerSamples samples)
    {
        var (s, l) = layer.IsTransposed ? (samples.Input, samples.OutputGradient) : (samples.OutputGradient, samples.Input);
        var (channelsS, channelsL) = layer.IsTransposed ? (layer.Inputs, layer.Outputs) : (layer.Outputs, layer.Inputs);
        var w = samples.Weight;
        var (bySmall, byWeight, byLarge) = (new double[s.Length], new double[w.Length], new double[l.Length]);
        var positions = Positions(layer);
        var (volumeS, volumeK) = (s.Length / (layer.Batch * channelsS), w.Length / (channelsS * channelsL));
        var volumeL = l.Length / (layer.Batch * channelsL);
        for (var pair = 0; pair < layer.Batch * channelsS * channelsL; pair++)
        {
            var (n, channelS, channelL) = (pair / (channelsS * channelsL), pair / channelsL % channelsS, pair % channelsL);
            var (startS, startW, startL) = (((n * channelsS) + channelS) * volumeS, ((channelS * channelsL) + channelL) * volumeK, ((n * channelsL) + channelL) * volumeL);
            for (var i = 0; i < volumeS; i++)
            {
                for (var k = 0; k < volumeK; k++)
                {
                    var position = positions[(i * volumeK) + k];
                    // In the padding l is zero.
                    if (position < 0)
                        continue;
                    bySmall[startS + i] += (double)w[startW + k] * l[startL + position];
                    byWeight[startW + k] += (double)s[startS + i] * l[startL + position];
                    byLarge[startL + position] += (double)s[startS + i] * w[startW + k];
                }
            }
        }

        var (output, inputGradient) = layer.IsTransposed ? (byLarge, bySmall) : (bySmall, byLarge);
        return new(Rounded(output), Rounded(inputGradient), Rounded(byWeight));
    }

    // Where each position of s and of the kernel lies in l; -1: in the padding.
    private static int[] Positions(CheckedLayer layer)
    {
        var (small, large) = layer.IsTransposed ? (layer.Size, layer.OutputSize) : (layer.OutputSize, layer.Size);
        var (volumeS, volumeK) = (layer.Volume(small), layer.Volume(layer.Kernel));
        var positions = new int[volumeS * volumeK];
        for (var index = 0; index < positions.Length; index++)
        {
            var (i, k, step) = (index / volumeK, index % volumeK, 1);
            for (var d = 0; d < layer.Dimensions; d++)
            {
                var position = (i % small * layer.Stride) - layer.Padding + (k % layer.Kernel);
                if (position < 0 || position >= large)
                {
                    positions[index] = -1;
                    break;
                }

                positions[index] += position * step;
                (i, k, step) = (i / small, k / layer.Kernel, step * large);
            }
        }

        return positions;
    }

    private static float[] Rounded(double[] values) => Array.ConvertAll(values, static value => (float)value);
}
