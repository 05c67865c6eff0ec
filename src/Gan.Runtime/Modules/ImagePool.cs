using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Keeps generated images of earlier steps, so that a discriminator does not forget them: it gets an earlier image in place of a new one with probability 1/2.</summary>
/// <remarks>
/// <para>Until the pool is full, it stores each image and returns it. After that, each image is, with probability 1/2, exchanged for a stored one that is drawn at random, and otherwise returned.
/// The images are detached: use the pool in the discriminator's step alone.</para>
/// <para>The module has its own random numbers, from a seed. The images, their number and the state of the random numbers are its buffers, so a saved and loaded pool goes on in the same way.</para>
/// <para>Sources: Shrivastava et al. 2017 (arXiv 1612.07828); Zhu, Park, Isola and Efros 2017 (CycleGAN, with 50 images and this rule, arXiv 1703.10593).</para>
/// </remarks>
public sealed class ImagePool : nn.Module<Tensor, Tensor>
{
    /// <summary>Initialises a new instance of the <see cref="ImagePool"/> class, which is empty.</summary>
    /// <param name="shape">The shape of one image, such as [3, 256, 256].</param>
    /// <param name="capacity">The number of images that it keeps, at least 1. The default is 50.</param>
    /// <param name="seed">The seed of its random numbers. The default is 0.</param>
    /// <param name="type">The floating-point dtype of the images. The default is float32.</param>
    /// <exception cref="ArgumentException">The shape is null or empty or has a size less than 1, or the dtype is not floating point.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public ImagePool(IReadOnlyList<long> shape, int capacity = 50, long seed = 0, ScalarType type = ScalarType.Float32)
        : base(nameof(ImagePool))
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Count == 0 || shape.Any(static size => size < 1))
            throw new ArgumentException($"The shape of an image has sizes of at least 1: it is [{string.Join(", ", shape)}].", nameof(shape));
        Ranges.AtLeastOne(capacity, nameof(capacity));
        TorchBackend.Check();
        if (type is not (ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64))
            throw new ArgumentException($"Images are float16, bfloat16, float32 or float64, not {type}.", nameof(type));
        using var scope = NewDisposeScope();
        var images = Refusals.Of(() => zeros([capacity, .. shape], dtype: type), () => $"There is no memory for {capacity} images of the shape [{string.Join(", ", shape)}]", nameof(shape));
        register_buffer("images", images.DetachFromDisposeScope());
        register_buffer("state", tensor([0L, seed]).DetachFromDisposeScope());
    }

    /// <summary>Gets the number of images that the pool has.</summary>
    /// <exception cref="ObjectDisposedException">The pool has been disposed.</exception>
    public int Count => (int)State()[0];

    /// <summary>Stores the images, and returns as many: new ones, and earlier ones in place of some.</summary>
    /// <param name="input">The images [N, ...], each of the shape of the pool, of its dtype and on its device.</param>
    /// <returns>The images, a new tensor without a graph.</returns>
    /// <exception cref="ArgumentException">The images are null, disposed or empty, or differ from the pool in shape, dtype or device.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been disposed.</exception>
    public override Tensor forward(Tensor input)
    {
        TensorChecks.NotEmpty(input, nameof(input));
        var numbers = State();
        var pool = get_buffer("images")!;
        TensorChecks.SamePlace(pool, "the pool", input, nameof(input));
        if (!input.shape.Skip(1).SequenceEqual(pool.shape.Skip(1)) || input.dim() == 0)
            throw new ArgumentException($"The images of the pool have the shape [N, {string.Join(", ", pool.shape.Skip(1))}]: these are {TensorChecks.Shape(input)}.", nameof(input));

        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var random = new SplitMix(numbers[1]);
        var result = input.detach().clone();
        for (var i = 0; i < input.shape[0]; i++)
        {
            if (numbers[0] < pool.shape[0])
            {
                pool[numbers[0]++] = input[i];
            }
            else if (random.Below(2) == 0)
            {
                var place = random.Below(pool.shape[0]);
                result[i] = pool[place];
                pool[place] = input[i];
            }
        }

        numbers[1] = random.State;
        get_buffer("state")!.copy_(tensor(numbers));
        return result.MoveToOuterDisposeScope();
    }

    /// <summary>The number of images, and the state of the random numbers.</summary>
    private long[] State()
    {
        var saved = get_buffer("state");
        ObjectDisposedException.ThrowIf(saved is null || saved.IsInvalid, this);
        using var scope = NewDisposeScope();
        return [HostRead.WholeNumber(saved[0]), HostRead.WholeNumber(saved[1])];
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195), whose whole state is one number.</summary>
    private struct SplitMix(long seed)
    {
        private ulong state = unchecked((ulong)seed);

        public readonly long State => unchecked((long)state);

        /// <summary>A whole number from 0 below a limit, which is far below 2⁶⁴, so that all are as likely but for one part in 2⁴⁰.</summary>
        public long Below(long limit)
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                return (long)((mixed ^ (mixed >> 31)) % (ulong)limit);
            }
        }
    }
}
