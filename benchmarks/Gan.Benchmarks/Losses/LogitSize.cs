namespace Gan.Benchmarks;

/// <summary>The shape of a batch of logits, of the real and of the fake ones alike.</summary>
internal sealed record LogitSize(string Name, params long[] Shape)
{
    /// <summary>DCGAN, PatchGAN, SinGAN, a U-Net discriminator, and more than any cache holds.</summary>
    public static IReadOnlyList<LogitSize> All { get; } =
    [
        new("64x1", 64, 1),
        new("16x1x30x30", 16, 1, 30, 30),
        new("1x1x186x248", 1, 1, 186, 248),
        new("12x1x256x256", 12, 1, 256, 256),
        new("16.7M", 1 << 24),
    ];

    public static LogitSize Of(string name) => All.FirstOrDefault(size => size.Name == name)
        ?? throw new ArgumentException($"There is no size '{name}': there are {string.Join(", ", All.Select(static size => size.Name))}.", nameof(name));
}
