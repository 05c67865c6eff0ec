namespace Gan.Runtime.Augmentation;

/// <summary>Low-pass filters of orthogonal wavelets with the least asymmetry, as Daubechies 1992 (Ten Lectures on Wavelets, chapter 8) defines them: the sum is sqrt(2), the sum of squares 1.</summary>
internal static class Wavelets
{
    /// <summary>Of order 2, four taps.</summary>
    public static readonly double[] Symlet2 = [-0.12940952255092145, 0.22414386804185735, 0.836516303737469, 0.48296291314469025];

    /// <summary>Of order 6, twelve taps.</summary>
    public static readonly double[] Symlet6 =
    [
        0.015404109327027373, 0.0034907120842174702, -0.11799011114819057, -0.048311742585633, 0.4910559419267466, 0.787641141030194,
        0.3379294217276218, -0.07263752278646252, -0.021060292512300564, 0.04472490177066578, 0.0017677118642428036, -0.007800708325034148,
    ];

    /// <summary>The tap of order 6 that a pixel stays at.</summary>
    public const int Centre6 = 5;
}
