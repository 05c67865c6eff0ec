using Gan.Runtime.Checks;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Minibatch standard deviation: adds channels that tell a discriminator how much the samples of a group differ, which a generator that has
/// collapsed cannot hide.
/// </summary>
/// <remarks>
/// <para>x is [N, C, ...], y [N, C + F, ...]. A batch falls into N / G groups: sample i is in group i mod (N / G). Of each group, over its samples:
/// <c>s = sqrt(variance + 1e-8)</c> at each channel and position, the variance being the population's. New channel f of each of its samples is, everywhere,
/// the mean of s over all positions of the f-th of F equal blocks of channels.</para>
/// <para>It has no parameters. Half types are computed in float32. Source: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196), whose group is the whole
/// batch; groups of 4 and blocks of channels as in StyleGAN2 (arXiv 1912.04958).</para>
/// </remarks>
public sealed class MinibatchStandardDeviation : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-8;

    private readonly int? groupSize;
    private readonly int channels;

    /// <summary>The layer.</summary>
    /// <param name="groupSize">G, at least 1; a batch with fewer samples is one group. Null: the whole batch. Default 4.</param>
    /// <param name="channels">F, the number of new channels, at least 1; default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public MinibatchStandardDeviation(int? groupSize = 4, int channels = 1)
        : base(nameof(MinibatchStandardDeviation))
    {
        this.groupSize = groupSize is { } size ? Ranges.AtLeastOne(size, nameof(groupSize)) : null;
        this.channels = Ranges.AtLeastOne(channels, nameof(channels));
        TorchBackend.Check();
    }

    /// <summary>The features with the new channels after them.</summary>
    /// <param name="input">x, [N, C, ...], floating point and not empty; N a multiple of the group size, C of the number of new channels.</param>
    /// <returns>y, [N, C + F, ...], of the same dtype.</returns>
    /// <exception cref="ArgumentException">The input is null, disposed, empty, not floating point, without channels, or of sizes that do not divide.</exception>
    public override Tensor forward(Tensor input)
    {
        FeatureChecks.HaveChannels(input, nameof(input));
        var shape = input.shape;
        var group = Math.Min(groupSize ?? shape[0], shape[0]);
        if (shape[0] % group != 0)
            throw new ArgumentException($"A batch of {shape[0]} cannot be divided into groups of {group}.", nameof(input));
        if (shape[1] % channels != 0)
            throw new ArgumentException($"{shape[1]} channels cannot be divided into {channels} equal blocks, one for each new channel.", nameof(input));

        using var scope = NewDisposeScope();
        var x = Precision.AtLeastFloat32(input).reshape(group, shape[0] / group, channels, -1);
        var deviation = x.sub(x.mean([0], keepdim: true)).square().mean([0]).add(Epsilon).sqrt();
        var perSample = deviation.mean([2]).repeat(group, 1).to(input.dtype);

        var single = Array.ConvertAll(shape, _ => 1L);
        (single[0], single[1], shape[1]) = (shape[0], channels, channels);
        return cat([input, perSample.reshape(single).expand(shape)], 1).MoveToOuterDisposeScope();
    }
}
