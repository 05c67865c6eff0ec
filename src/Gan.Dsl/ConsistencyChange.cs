namespace Gan.Dsl;

/// <summary>Specifies the random change T of the samples whose logits a <see cref="ConsistencyAttribute"/> compares.</summary>
public enum ConsistencyChange
{
    /// <summary>A horizontal flip with probability 1/2 and a translation by whole pixels, up to 1/8 of the size along each axis, with the image continued by reflection. The samples are images [N, C, H, W].</summary>
    FlipAndShift,

    /// <summary>The changes of colour and place of DiffAugment (Zhao et al. 2020, arXiv 2006.10738). The samples are images [N, C, H, W].</summary>
    DiffAugment,

    /// <summary>The same samples, at which D is called again: its dropout makes the difference, as in CT-GAN. The samples can have any shape.</summary>
    Dropout,
}
