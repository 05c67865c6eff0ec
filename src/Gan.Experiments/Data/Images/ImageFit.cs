namespace Gan.Experiments;

/// <summary>Specifies how an image with a different aspect ratio is fitted to the size of the samples.</summary>
public enum ImageFit
{
    /// <summary>The image is cropped to its largest centred part with the aspect ratio of the samples.</summary>
    Crop,

    /// <summary>The whole image is stretched.</summary>
    Stretch,
}
