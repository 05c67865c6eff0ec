namespace Gan.Runtime;

/// <summary>Specifies the transformations of <see cref="AdaAugment"/>.</summary>
[Flags]
public enum AdaTransforms
{
    /// <summary>Reflects the image about its vertical axis with a probability of 1/2.</summary>
    HorizontalFlip = 1,

    /// <summary>Rotates a square image by a random multiple of 90 degrees.</summary>
    QuarterTurns = 1 << 1,

    /// <summary>Moves the image by a whole number of pixels, up to an eighth of its size along each axis.</summary>
    WholeTranslation = 1 << 2,

    /// <summary>Scales the image by 2^n, n ~ N(0, 0.2^2).</summary>
    Scaling = 1 << 3,

    /// <summary>Rotates the image by an angle from U(-180, 180) degrees, before and after the stretching.</summary>
    Rotation = 1 << 4,

    /// <summary>Stretches the image by 2^n along one axis and by 2^-n along the other, n ~ N(0, 0.2^2).</summary>
    Stretching = 1 << 5,

    /// <summary>Moves the image along each axis by its size times n ~ N(0, 0.125^2).</summary>
    Translation = 1 << 6,

    /// <summary>Adds n ~ N(0, 0.2^2) to all pixels.</summary>
    Brightness = 1 << 7,

    /// <summary>Multiplies all pixels by 2^n, n ~ N(0, 0.5^2).</summary>
    Contrast = 1 << 8,

    /// <summary>Changes the sign of the mean of the channels of each pixel, with a probability of 1/2.</summary>
    LumaFlip = 1 << 9,

    /// <summary>Rotates the colours about the grey axis by an angle from U(-180, 180) degrees.</summary>
    Hue = 1 << 10,

    /// <summary>Multiplies the distance of each pixel from grey by 2^n, n ~ N(0, 1).</summary>
    Saturation = 1 << 11,

    /// <summary>Amplifies four bands of spatial frequency by 2^n, n ~ N(0, 1), at a constant expected power.</summary>
    Filter = 1 << 12,

    /// <summary>Adds Gaussian noise with a standard deviation of |n|, n ~ N(0, 0.1^2).</summary>
    Noise = 1 << 13,

    /// <summary>Sets a rectangle of half the height and half the width to zero.</summary>
    Cutout = 1 << 14,

    /// <summary>Copies pixels: flips, quarter turns and translations by whole pixels.</summary>
    Blit = HorizontalFlip | QuarterTurns | WholeTranslation,

    /// <summary>Resamples: scaling, rotation, stretching and translation.</summary>
    Geometry = Scaling | Rotation | Stretching | Translation,

    /// <summary>Changes colours: brightness, contrast, luma flip, hue and saturation.</summary>
    Color = Brightness | Contrast | LumaFlip | Hue | Saturation,

    /// <summary>Applies <see cref="Blit"/>, <see cref="Geometry"/> and <see cref="Color"/>, the best set of the paper (bgc).</summary>
    BlitGeometryColor = Blit | Geometry | Color,

    /// <summary>Applies all transformations.</summary>
    All = BlitGeometryColor | Filter | Noise | Cutout,
}
