using Gan.Dsl;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>Two generators that translate pictures of 4 by 4 to each other's kind, and a discriminator of one kind.</summary>
internal static class ImagePairs
{
    public static readonly Translation objective = new();
    public static readonly nn.Module<Tensor, Tensor> generator = nn.Conv2d(1, 1, 3, padding: 1);
    public static readonly nn.Module<Tensor, Tensor> back = nn.Conv2d(1, 1, 3, padding: 1);
    public static readonly nn.Module<Tensor, Tensor> discriminator = nn.Sequential(nn.Flatten(), nn.Linear(16, 1));
    public static readonly Tensor photo = randn(8, 1, 4, 4);
    public static readonly Tensor painting = randn(8, 1, 4, 4);
}

[GanObjective(Real = "square(t - 1)", Fake = "square(t)", Generator = "square(t - 1)")]
[Distance("Cycle", Weight = 10)]
[Distance("L1", Weight = 5)]
internal sealed partial class Translation;
