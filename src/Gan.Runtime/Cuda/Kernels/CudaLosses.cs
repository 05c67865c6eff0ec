using System.Collections.Concurrent;
using Gan.Runtime.Cuda.Tracing;
using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>The launches that compute the reduced loss of a term and its gradients, in their order. Single losses are kept where a side has an address for them.</summary>
internal static class CudaLosses
{
    /// <summary>From here on a block takes more than one tile.</summary>
    public const int MostBlocks = 4096;

    /// <summary>The logits that a block takes at a time.</summary>
    public const int Tile = 8 * CudaKernel.BlockSize;

    private static readonly ConcurrentDictionary<Key, CudaKernel> s_kernels = new();

    /// <summary>Of one batch of logits.</summary>
    public static CudaLaunch[] Separate(FormulaTrace loss, ScalarType type, in CudaSide side, CudaOutput output)
    {
        var kernel = Kernel(new("separate_loss", type, side.Memory.IsByElement, loss.Graph, loss.Graph), static (key, real, _, element) =>
            KernelText.Of(key.Name, ["separate.cu"], element, key.IsByElement, ("Loss", real)), loss, loss);
        return [new(kernel, BlocksFor(side.Memory.Count), [.. side.Members, .. output.Members, .. Members(loss)])];
    }

    /// <summary>Of real and of fake logits, added. Single losses of both go to one address.</summary>
    public static CudaLaunch[] Both(FormulaTrace real, FormulaTrace fake, ScalarType type, in CudaSide realSide, in CudaSide fakeSide, CudaOutput output) =>
        [OfTwo("both_losses", ["both.cu"], real, fake, type, realSide, fakeSide, output)];

    /// <summary>Of t = D(G(z)) - D(x), each fake logit against the real one at its place. Weights, mask, factors and losses are those of the fake side.</summary>
    public static CudaLaunch[] Pair(FormulaTrace loss, ScalarType type, in CudaSide realSide, in CudaSide fakeSide, CudaOutput output)
    {
        var kernel = Kernel(new("pair_loss", type, fakeSide.Memory.IsByElement, loss.Graph, loss.Graph), static (key, real, _, element) =>
            KernelText.Of(key.Name, ["pair.cu"], element, key.IsByElement, ("Loss", real)), loss, loss);
        return [new(kernel, BlocksFor(fakeSide.Memory.Count), [.. realSide.Members, .. fakeSide.Members, .. output.Members, .. Members(loss)])];
    }

    /// <summary>Of each logit less the mean of the other side, added.</summary>
    public static CudaLaunch[] Average(FormulaTrace real, FormulaTrace fake, ScalarType type, in CudaSide realSide, in CudaSide fakeSide, CudaOutput output)
    {
        var hasMask = realSide.Memory.Mask != 0 || fakeSide.Memory.Mask != 0;
        var means = Kernel(new("logit_means", type, hasMask, null, null), static (key, _, _, element) =>
            KernelText.Of(key.Name, ["average.cuh", "means.cu"], element, key.IsByElement), real, fake);
        var launch = new CudaLaunch(means, BlocksFor(realSide.Memory.Count, fakeSide.Memory.Count), [.. realSide.Members, .. fakeSide.Members, .. output.Members]);
        var loss = OfTwo("average_loss", ["average.cuh", "average_loss.cu"], real, fake, type, realSide, fakeSide, output);
        return realSide.Memory.Gradient == 0 && fakeSide.Memory.Gradient == 0
            ? [launch, loss]
            : [launch, loss, OfTwo("average_gradient", ["average.cuh", "average_gradient.cu"], real, fake, type, realSide, fakeSide, output)];
    }

    private static CudaLaunch OfTwo(string name, IReadOnlyList<string> parts, FormulaTrace real, FormulaTrace fake, ScalarType type, in CudaSide realSide, in CudaSide fakeSide, CudaOutput output)
    {
        var kernel = Kernel(new(name, type, realSide.Memory.IsByElement || fakeSide.Memory.IsByElement, real.Graph, fake.Graph), (key, real, fake, element) =>
            KernelText.Of(key.Name, parts, element, key.IsByElement, ("RealLoss", real), ("FakeLoss", fake)), real, fake);
        return new(kernel, BlocksFor(realSide.Memory.Count, fakeSide.Memory.Count), [.. realSide.Members, .. fakeSide.Members, .. output.Members, .. Members(real), .. Members(fake)]);
    }

    private static CudaKernel Kernel(Key key, Func<Key, FormulaTrace, FormulaTrace, CudaElement, CudaKernel> write, FormulaTrace real, FormulaTrace fake)
    {
        // Two threads may write the same text.
        if (!s_kernels.TryGetValue(key, out var kernel))
            s_kernels[key] = kernel = write(key, real, fake, CudaElement.Of(key.Type));
        return kernel;
    }

    private static IEnumerable<long> Members(FormulaTrace formula) => formula.Arguments.Select(BitConverter.DoubleToInt64Bits);

    private static int BlocksFor(params ReadOnlySpan<long> counts)
    {
        var most = 1L;
        foreach (var count in counts)
            most = Math.Max(most, (count + Tile - 1) / Tile);
        return (int)Math.Min(most, MostBlocks);
    }

    /// <summary>What a text depends on.</summary>
    private sealed record Key(string Name, ScalarType Type, bool IsByElement, TraceGraph? Real, TraceGraph? Fake);
}
