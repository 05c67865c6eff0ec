namespace Gan.Runtime;

/// <summary>Specifies the policies of <see cref="DiffAugment"/>.</summary>
[Flags]
public enum DiffAugmentPolicies
{
    /// <summary>Changes brightness, saturation and contrast, in this order.</summary>
    Color = 1,

    /// <summary>Moves the image by up to an eighth of its size, and fills with zeros.</summary>
    Translation = 2,

    /// <summary>Sets a rectangle of half the height and half the width to zero.</summary>
    Cutout = 4,

    /// <summary>Applies all policies, in the order color, translation, cutout.</summary>
    All = Color | Translation | Cutout,
}
