using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>What the images of a folder are made to.</summary>
/// <param name="Height">The height, from 1 to 4096.</param>
/// <param name="Width">The width, from 1 to 4096.</param>
/// <exception cref="ArgumentException">A value is out of its range.</exception>
public sealed record ImageFormat(int Height, int Width)
{
    private const int LargestSide = 4096;

    /// <summary>The height.</summary>
    public int Height { get; } = Side(Height, nameof(Height));

    /// <summary>The width.</summary>
    public int Width { get; } = Side(Width, nameof(Width));

    /// <summary>The channels: three by default.</summary>
    public ImageColour Colour
    {
        get;
        init => field = Ranges.Defined(value);
    } = ImageColour.Rgb;

    /// <summary>What is done with other proportions: the default is <see cref="ImageFit.Crop"/>.</summary>
    public ImageFit Fit
    {
        get;
        init => field = Ranges.Defined(value);
    } = ImageFit.Crop;

    /// <summary>Whether images that are too small are enlarged. By default they are bad: an enlarged image is blurred, and a GAN learns that.</summary>
    public bool Enlarge { get; init; }

    /// <summary>The bytes that the images of a folder may take in memory, one a value: from 1 to 2 GB; 1 GiB is the default.</summary>
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
