using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Feature matching: the generator's samples are to call forth the features of real ones in the discriminator's layers.</summary>
/// <remarks>
/// <para>Of each layer the mean over every element, then the sum or the mean over the layers, then over the discriminators. The real features are detached.
/// It is no part of an objective: the caller adds it to the generator's loss, with the discriminator frozen, times a weight of its own.</para>
/// <para>Published settings, all L1: HiFi-GAN (Kong 2020, arXiv 2010.05646) has sums over both and the weight 2; pix2pixHD (Wang 2018, arXiv 1711.11585)
/// the weight 10. Squared, on the means of one layer: Salimans 2016 (arXiv 1606.03498).</para>
/// </remarks>
public static class FeatureMatching
{
    /// <summary>The distance over the layers of one discriminator.</summary>
    /// <param name="realFeatures">f_l(x), a tensor a layer, floating point and not empty.</param>
    /// <param name="fakeFeatures">f_l(G(z)), of the same shapes, dtypes and devices, with their graph.</param>
    /// <param name="layers">The reduction over the layers.</param>
    /// <param name="distance">The distance in a layer; L1 by default.</param>
    /// <returns>A scalar, float32 at least, with the graph to the fake features.</returns>
    /// <exception cref="ArgumentException">
    /// A list is null, empty or of another length; or a layer's tensor is null, disposed, empty, not floating point, or not like the other's.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction or the distance is no member of its enumeration.</exception>
    public static Tensor Loss(
        IReadOnlyList<Tensor> realFeatures, IReadOnlyList<Tensor> fakeFeatures, ListReduction layers, FeatureDistance distance = FeatureDistance.L1)
    {
        Check(realFeatures, fakeFeatures, distance);
        Ranges.Defined(layers, nameof(layers));
        using var scope = NewDisposeScope();
        return Lists.Reduce(realFeatures.Zip(fakeFeatures, (real, fake) => Distance(real, fake, distance)), layers).MoveToOuterDisposeScope();
    }

    /// <summary>The distance over the layers of several discriminators.</summary>
    /// <param name="realFeatures">f_il(x), a list of layers a discriminator.</param>
    /// <param name="fakeFeatures">f_il(G(z)), as many of the same shapes, with their graph.</param>
    /// <param name="layers">The reduction over the layers of a discriminator.</param>
    /// <param name="discriminators">The reduction over the discriminators.</param>
    /// <param name="distance">The distance in a layer; L1 by default.</param>
    /// <returns>A scalar, float32 at least, with the graph to the fake features.</returns>
    /// <exception cref="ArgumentException">
    /// A list is null, empty or of another length; or a layer's tensor is null, disposed, empty, not floating point, or not like the other's.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A reduction or the distance is no member of its enumeration.</exception>
    public static Tensor Loss(
        IReadOnlyList<IReadOnlyList<Tensor>> realFeatures,
        IReadOnlyList<IReadOnlyList<Tensor>> fakeFeatures,
        ListReduction layers,
        ListReduction discriminators,
        FeatureDistance distance = FeatureDistance.L1)
    {
        Lists.NotEmpty(realFeatures);
        Lists.NotEmpty(fakeFeatures);
        Lists.SameLength(realFeatures, nameof(realFeatures), fakeFeatures, nameof(fakeFeatures));
        Ranges.Defined(discriminators, nameof(discriminators));
        using var scope = NewDisposeScope();
        return Lists.Reduce(realFeatures.Zip(fakeFeatures, (real, fake) => Loss(real, fake, layers, distance)), discriminators).MoveToOuterDisposeScope();
    }

    private static void Check(IReadOnlyList<Tensor> realFeatures, IReadOnlyList<Tensor> fakeFeatures, FeatureDistance distance)
    {
        Lists.NotEmpty(realFeatures);
        Lists.NotEmpty(fakeFeatures);
        Lists.SameLength(realFeatures, nameof(realFeatures), fakeFeatures, nameof(fakeFeatures));
        Ranges.Defined(distance, nameof(distance));
        for (var i = 0; i < realFeatures.Count; i++)
        {
            var (real, fake) = (realFeatures[i], fakeFeatures[i]);
            TensorChecks.NotEmpty(real, nameof(realFeatures));
            TensorChecks.NotEmpty(fake, nameof(fakeFeatures));
            TensorChecks.FloatingPoint(real, nameof(realFeatures));
            TensorChecks.FloatingPoint(fake, nameof(fakeFeatures));
            TensorChecks.SamePlace(real, nameof(realFeatures), fake, nameof(fakeFeatures));
            if (!real.shape.AsSpan().SequenceEqual(fake.shape))
                throw new ArgumentException($"Layer {i} is {TensorChecks.Shape(real)} for the real samples, but {TensorChecks.Shape(fake)} for the generated ones.", nameof(fakeFeatures));
        }
    }

    private static Tensor Distance(Tensor real, Tensor fake, FeatureDistance distance)
    {
        var difference = Precision.AtLeastFloat32(fake).sub(Precision.AtLeastFloat32(real.detach()));
        return (distance == FeatureDistance.L1 ? difference.abs() : difference.square()).mean();
    }
}
