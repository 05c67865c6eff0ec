using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>A generator of two classes, a batch of real samples, and an optimiser for each player.</summary>
internal static class ConditionalHeads
{
    public static readonly Hinge objective = new();
    public static readonly nn.Module<Tensor, Tensor> generator = nn.Linear(3, 4);
    public static readonly nn.Module<Tensor, DiscriminatorOutput> discriminator = new Discriminator();
    public static readonly nn.Module<Tensor, Tensor, Tensor> projection = new ProjectionHead(4, 2);
    public static readonly optim.Optimizer generatorOptimizer = optim.Adam(generator.parameters());
    public static readonly optim.Optimizer discriminatorOptimizer = optim.Adam(discriminator.parameters());
    public static readonly Tensor real = randn(8, 4);
    public static readonly Tensor realLabels = zeros(8, dtype: ScalarType.Int64);
    public static readonly Tensor latents = randn(8, 3);
    public static readonly Tensor fakeLabels = ones(8, dtype: ScalarType.Int64);

    private sealed class Discriminator : nn.Module<Tensor, DiscriminatorOutput>
    {
        private readonly nn.Module<Tensor, Tensor> logits = nn.Linear(4, 1);
        private readonly nn.Module<Tensor, Tensor> classes = nn.Linear(4, 2);

        public Discriminator()
            : base(nameof(Discriminator)) => RegisterComponents();

        public override DiscriminatorOutput forward(Tensor input) => new() { Logits = logits.call(input), Classes = classes.call(input) };
    }
}
