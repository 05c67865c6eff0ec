using Gan.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Gan.Benchmarks;

/// <summary>
/// The last layer of a DCGAN's discriminator for both batches, with the loss and the backward pass down to its features: what of a step the loss can make slower.
/// </summary>
internal sealed class LastLayer : IDisposable
{
    private const int Batch = 64;
    private const int Features = 128;

    private readonly LossCase _loss;
    private readonly LogitGradients _gradients = new();
    private readonly Tensor _real = randn([Batch, Features], requires_grad: true);
    private readonly Tensor _fake = randn([Batch, Features], requires_grad: true);
    private readonly Tensor _weight = randn([1, Features], requires_grad: true);
    private readonly Tensor _kept = full([Batch, 1], 1f / Batch);

    public LastLayer(LossCase loss) => _loss = loss;

    /// <summary>The ways to the loss, by name; the first has none at all, only gradients that were ready before.</summary>
    public IReadOnlyList<(string Name, Action Run)> Ways =>
    [
        ("no loss", () => Pass((real, fake) => autograd.backward([real, fake], [_kept, _kept]))),
        ("handwritten", () => Pass((real, fake) => _loss.Discriminator(real, fake).backward())),
        ("library", () => Pass((real, fake) => _loss.Objective.DiscriminatorLoss(real, fake).backward())),
        ("direct", () => Pass((real, fake) =>
        {
            _loss.Objective.DiscriminatorGradients(real, fake, _gradients);
            _gradients.Backward();
        })),
    ];

    public static void Print(IReadOnlyList<LossCase> losses, int rounds)
    {
        Markdown.Head("objective", "way", "last layer", "of that the loss");
        foreach (var loss in losses)
        {
            using var layer = new LastLayer(loss);
            var ways = layer.Ways;
            var medians = Alternating.Medians([.. ways.Select(static way => new Measured(way.Run))], rounds);
            foreach (var (way, median) in ways.Zip(medians))
                Markdown.Row(loss.Name, way.Name, Markdown.Time(median), Markdown.Time(median - medians[0]));
        }
    }

    public void Dispose()
    {
        _gradients.Dispose();
        foreach (var tensor in new[] { _real, _fake, _weight, _kept })
            tensor.Dispose();
    }

    private void Pass(Action<Tensor, Tensor> backward)
    {
        using var scope = NewDisposeScope();
        backward(linear(_real, _weight), linear(_fake, _weight));
        foreach (var leaf in new[] { _real, _fake, _weight })
            leaf.grad = null;
    }
}
