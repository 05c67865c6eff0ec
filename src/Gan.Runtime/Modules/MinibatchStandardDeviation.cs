using Gan.Runtime.Checks;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Adds F channels to the features of a discriminator that hold the standard deviation over the samples of a group, from which it can recognise a collapsed generator.
/// </summary>
/// <remarks>
/// <para>The layer maps x of shape [N, C, ...] to y of shape [N, C + F, ...]. It divides the batch into N / G groups of G samples: sample i belongs to group i mod (N / G).
/// For each group, it computes <c>s = sqrt(variance + 1e-8)</c> over the samples, at each channel and position, with the population variance.
/// It then divides the channels into F equal blocks. The new channel f of each sample of the group is constant: the mean of s over all channels and positions of block f.</para>
/// <para>The layer has no parameters. It computes half types in float32.</para>
/// <para>Sources: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196), where the group is the whole batch; Karras et al. 2020 (StyleGAN2, arXiv 1912.04958), with groups of 4 and blocks of channels.</para>
/// </remarks>
public sealed class MinibatchStandardDeviation : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-8;

    private readonly int? groupSize;
    private readonly int channels;

    /// <summary>Initialises a new instance of the <see cref="MinibatchStandardDeviation"/> class.</summary>
    /// <param name="groupSize">The number G of samples in a group, at least 1, or <see langword="null"/> for the whole batch. A batch of fewer samples is one group. The default is 4.</param>
    /// <param name="channels">The number F of new channels, at least 1. The default is 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public MinibatchStandardDeviation(int? groupSize = 4, int channels = 1)
        : base(nameof(MinibatchStandardDeviation))
    {
        this.groupSize = groupSize is { } size ? Ranges.AtLeastOne(size, nameof(groupSize)) : null;
        this.channels = Ranges.AtLeastOne(channels, nameof(channels));
        TorchBackend.Check();
    }

    /// <summary>Appends the new channels to the features.</summary>
    /// <param name="input">The features x of shape [N, C, ...], floating point and not empty. N must be a multiple of the group size, and C a multiple of the number of new channels.</param>
    /// <returns>The features y of shape [N, C + F, ...] and of the same dtype.</returns>
    /// <exception cref="ArgumentException">The input is null, disposed, empty, not floating point or without channels, or its sizes are not such multiples.</exception>
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
