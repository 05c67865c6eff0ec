namespace Gan.Experiments;

/// <summary>How an image of other proportions is brought to the wanted size.</summary>
public enum ImageFit
{
    /// <summary>Its largest centred part of the wanted proportions is taken.</summary>
    Crop,

    /// <summary>All of it is taken and distorted.</summary>
    Stretch,
}
