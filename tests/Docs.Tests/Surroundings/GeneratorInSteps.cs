using Gan.Dsl;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>An objective whose penalties call the generator, and networks on pictures of 4 by 4.</summary>
internal static class GeneratorInSteps
{
    public static readonly ImprovedConsistency objective = new();
    public static readonly nn.Module<Tensor, Tensor> generator = nn.Sequential(nn.Linear(128, 16), nn.Tanh(), nn.Unflatten(1, [1, 4, 4]));
    public static readonly nn.Module<Tensor, Tensor> discriminator = nn.Sequential(nn.Flatten(), nn.Linear(16, 1));
    public static readonly Tensor real = randn(64, 1, 4, 4);
    public static readonly long step = 0;
}

[GanObjective(FD = "max(0, 1 + t)", FG = "t")]
[Consistency(Fake = 1)]
[LatentConsistency]
[LatentDiversity]
internal sealed partial class ImprovedConsistency;
