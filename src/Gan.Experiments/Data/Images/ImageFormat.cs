using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>Describes the samples that the images of a folder are converted to.</summary>
/// <param name="Height">The height of a sample, from 1 to 4096.</param>
/// <param name="Width">The width of a sample, from 1 to 4096.</param>
/// <exception cref="ArgumentException">A value is out of its range.</exception>
public sealed record ImageFormat(int Height, int Width)
{
    private const int LargestSide = 4096;

    /// <summary>Gets the height of a sample.</summary>
    public int Height { get; } = Side(Height, nameof(Height));

    /// <summary>Gets the width of a sample.</summary>
    public int Width { get; } = Side(Width, nameof(Width));

    /// <summary>Gets or sets the channels. The default is <see cref="ImageColour.Rgb"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public ImageColour Colour
    {
        get;
        init => field = Ranges.Defined(value);
    } = ImageColour.Rgb;

    /// <summary>Gets or sets how an image with a different aspect ratio is fitted. The default is <see cref="ImageFit.Crop"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public ImageFit Fit
    {
        get;
        init => field = Ranges.Defined(value);
    } = ImageFit.Crop;

    /// <summary>Gets or sets a value that indicates whether images that are too small are enlarged. The default is <see langword="false"/>, which makes them bad files.</summary>
    /// <remarks>An enlarged image is blurred, and a GAN learns the blur.</remarks>
    public bool Enlarge { get; init; }

    /// <summary>Gets or sets the number of bytes that the samples can take in memory, one per value, from 1 to 2 GB. The default is 1 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of this range.</exception>
    public long MemoryLimit
    {
        get;
        init => field = value >= 1 && value <= Array.MaxLength
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MemoryLimit), value, $"MemoryLimit must be from 1 to {Array.MaxLength}.");
    } = 1L << 30;

    internal int Channels => Colour == ImageColour.Grey ? 1 : 3;

    /// <summary>The bytes of an image.</summary>
    internal int Size => Channels * Height * Width;

    private static int Side(int value, string name) =>
        value is >= 1 and <= LargestSide ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 1 to {LargestSide}.");
}
