using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Computes the feature matching loss: the distance between the features of real and generated samples in the layers of a discriminator.</summary>
/// <remarks>
/// <para>The distance of a layer is a mean over all its elements. The distances are reduced over the layers, and then over the discriminators. The real features are detached.</para>
/// <para>Feature matching is not part of an objective. Multiply it by a weight and add it to the generator's loss, with the discriminator frozen.</para>
/// <para>Published settings: HiFi-GAN (Kong, Kim and Bae 2020, arXiv 2010.05646) takes L1, sums over layers and discriminators, and the weight 2. pix2pixHD (Wang et al. 2018, arXiv 1711.11585) takes L1
/// and the weight 10. Salimans et al. 2016 (arXiv 1606.03498) take the squared distance of the means of one layer.</para>
/// </remarks>
public static class FeatureMatching
{
    /// <summary>Computes the feature matching loss over the layers of one discriminator.</summary>
    /// <param name="realFeatures">The features f_l(x) of the real samples, one floating-point tensor per layer, none of them empty.</param>
    /// <param name="fakeFeatures">The features f_l(G(z)) of the generated samples, with their graph, of the same shapes, dtypes and devices.</param>
    /// <param name="layers">The reduction over the layers.</param>
    /// <param name="distance">The distance in a layer. The default is <see cref="FeatureDistance.L1"/>.</param>
    /// <returns>A scalar of at least float32, with the graph to the fake features.</returns>
    /// <exception cref="ArgumentException">
    /// A list is null or empty, or the lists have different lengths. Or a tensor is null, disposed, empty or not floating point, or its shape, dtype or device differs from the other list's.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction or the distance is not a member of its enumeration.</exception>
    public static Tensor Loss(
        IReadOnlyList<Tensor> realFeatures, IReadOnlyList<Tensor> fakeFeatures, ListReduction layers, FeatureDistance distance = FeatureDistance.L1)
    {
        Check(realFeatures, fakeFeatures, distance);
        Ranges.Defined(layers, nameof(layers));
        using var scope = NewDisposeScope();
        return Lists.Reduce(realFeatures.Zip(fakeFeatures, (real, fake) => Distance(real, fake, distance)), layers).MoveToOuterDisposeScope();
    }

    /// <summary>Computes the feature matching loss over the layers of several discriminators.</summary>
    /// <param name="realFeatures">The features f_il(x) of the real samples, one list of layers per discriminator.</param>
    /// <param name="fakeFeatures">The features f_il(G(z)) of the generated samples, with their graph, of the same shapes, dtypes and devices.</param>
    /// <param name="layers">The reduction over the layers of a discriminator.</param>
    /// <param name="discriminators">The reduction over the discriminators.</param>
    /// <param name="distance">The distance in a layer. The default is <see cref="FeatureDistance.L1"/>.</param>
    /// <returns>A scalar of at least float32, with the graph to the fake features.</returns>
    /// <exception cref="ArgumentException">
    /// A list is null or empty, or the lists have different lengths. Or a tensor is null, disposed, empty or not floating point, or its shape, dtype or device differs from the other list's.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A reduction or the distance is not a member of its enumeration.</exception>
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
