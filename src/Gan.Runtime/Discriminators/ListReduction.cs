namespace Gan.Runtime;

/// <summary>Specifies how the terms of several discriminators or layers are combined.</summary>
public enum ListReduction
{
    /// <summary>The sum of the terms, as in MelGAN and HiFi-GAN.</summary>
    Sum,

    /// <summary>The mean of the terms: their sum divided by their number, regardless of the sizes of the logit maps.</summary>
    Mean,
}
