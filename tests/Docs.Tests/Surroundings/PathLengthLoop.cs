using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>An objective with a penalty that has a state, and networks on pictures of 4 by 4.</summary>
internal static class PathLengthLoop
{
    public static readonly StyleGan2 objective = new();
    public static readonly nn.Module<Tensor, Tensor> generator = nn.Sequential(nn.Linear(128, 16), nn.Tanh(), nn.Unflatten(1, [1, 4, 4]));
    public static readonly nn.Module<Tensor, Tensor> discriminator = nn.Sequential(nn.Flatten(), nn.Linear(16, 1));
    public static readonly long step = 0;
}
