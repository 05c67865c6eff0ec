namespace Gan.Experiments;

/// <summary>Specifies the channels of images.</summary>
public enum ImageColour
{
    /// <summary>One channel, the luma <c>0.299 R + 0.587 G + 0.114 B</c> (ITU-R BT.601).</summary>
    Grey,

    /// <summary>Three channels: red, green and blue, in sRGB.</summary>
    Rgb,
}
