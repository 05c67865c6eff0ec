using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>A discriminator that takes labels, and batches with theirs.</summary>
internal static class ConditionalLoop
{
    public static readonly LogisticR1 objective = new();
    public static readonly nn.Module<Tensor, Tensor, Tensor> discriminator = new Discriminator();
    public static readonly Tensor real = randn(8, 4);
    public static readonly Tensor fake = randn(8, 4).requires_grad_();
    public static readonly Tensor labels = randint(0, 10, 8);
    public static readonly Tensor realLabels = randint(0, 10, 8);
    public static readonly Tensor fakeLabels = randint(0, 10, 8);
    public static readonly long step = 0;

    private sealed class Discriminator : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear layer = nn.Linear(4, 10);

        public Discriminator()
            : base("D") => RegisterComponents();

        public override Tensor forward(Tensor samples, Tensor labels) => layer.call(samples).gather(1, labels.unsqueeze(1));
    }
}
