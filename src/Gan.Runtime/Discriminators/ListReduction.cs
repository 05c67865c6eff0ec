namespace Gan.Runtime;

/// <summary>How the terms of several discriminators, or of several layers, become one.</summary>
public enum ListReduction
{
    /// <summary>Their sum, as in MelGAN and HiFi-GAN.</summary>
    Sum,

    /// <summary>Their mean: the sum divided by their number, whatever the sizes of their maps.</summary>
    Mean,
}
