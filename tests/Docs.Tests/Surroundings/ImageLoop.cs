using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>A discriminator of images, with a batch of real and one of generated images.</summary>
internal static class ImageLoop
{
    public static readonly StyleGan2 objective = new();
    public static readonly nn.Module<Tensor, Tensor> discriminator = nn.Sequential(nn.Conv2d(3, 4, 4, stride: 4), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(64, 1));
    public static readonly nn.Module<Tensor, Tensor> generator = nn.Sequential(nn.Linear(4, 3 * 16 * 16), nn.Unflatten(1, [3, 16, 16]));
    public static readonly Tensor real = randn(8, 3, 16, 16);
    public static readonly Tensor latents = randn(8, 4).requires_grad_();
    public static readonly Tensor fake = generator.call(latents);
    public static readonly long step = 0;
}
