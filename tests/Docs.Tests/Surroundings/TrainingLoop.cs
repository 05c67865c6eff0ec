using TorchSharp;
using static TorchSharp.torch;

/// <summary>Two small networks with their optimisers, and a batch.</summary>
internal static class TrainingLoop
{
    public static readonly nn.Module<Tensor, Tensor> generator = nn.Linear(3, 4);
    public static readonly nn.Module<Tensor, Tensor> discriminator = nn.Linear(4, 1);
    public static readonly optim.Optimizer generatorOptimizer = optim.Adam(generator.parameters());
    public static readonly optim.Optimizer discriminatorOptimizer = optim.Adam(discriminator.parameters());
    public static readonly Tensor real = randn(8, 4);
    public static readonly Tensor z = randn(8, 3);
    public static readonly Tensor fake = generator.call(z);
    public static readonly long step = 0;
}
