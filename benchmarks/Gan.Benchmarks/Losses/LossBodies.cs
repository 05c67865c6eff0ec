using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>
/// One loss of one player with its gradient in the logits, by hand and by the library: what every benchmark of losses runs. Both are made sure to be the same loss first.
/// </summary>
internal sealed class LossBodies : IDisposable
{
    private readonly Func<Tensor, Tensor, Tensor> _byHand;
    private readonly Func<Tensor, Tensor, Tensor> _byLibrary;
    private readonly Action<Tensor, Tensor, LogitGradients> _direct;
    private readonly LogitGradients _gradients = new();
    private readonly Tensor _real;
    private readonly Tensor _fake;

    public LossBodies(LossCase loss, Player player, params long[] shape)
    {
        var objective = loss.Objective;
        if (player == Player.Discriminator)
            (_byHand, _byLibrary, _direct) = (loss.Discriminator, objective.DiscriminatorLoss, objective.DiscriminatorGradients);
        else
            (_byHand, _byLibrary, _direct) = (loss.Generator, objective.GeneratorLoss, objective.GeneratorGradients);
        manual_seed(1);
        // The generator's step has real logits without a graph.
        _real = randn(shape, device: BenchmarkDevice.Current, requires_grad: player == Player.Discriminator);
        _fake = randn(shape, device: BenchmarkDevice.Current, requires_grad: true);
        new LossAgreement(loss.Name, _real, _fake).Require(() => Backward(_byHand), () => Backward(_byLibrary), () =>
        {
            AtTheLogits();
            _gradients.Backward();
            return _gradients.Loss;
        });
    }

    /// <summary>What can be asked for by name, the baseline first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["handwritten", "library", "direct", "at-logits"];

    public Action Named(string name) => name switch
    {
        "handwritten" => HandWritten,
        "library" => Library,
        "direct" => Direct,
        "at-logits" => AtTheLogits,
        _ => throw new ArgumentException($"There is no way '{name}' to a loss: there are {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>The composition of tensor operations and its backward pass.</summary>
    public void HandWritten() => Differentiate(_byHand);

    /// <summary>Path A: the objective's loss as a tensor, and its backward pass.</summary>
    public void Library() => Differentiate(_byLibrary);

    /// <summary>Path B: the gradients in the logits, in memory that is kept, and one backward pass that takes them.</summary>
    public void Direct()
    {
        AtTheLogits();
        _gradients.Backward();
        ForgetGradients();
    }

    /// <summary>What of path B is the loss: the rest is the network's backward pass, which starts from the gradients.</summary>
    public void AtTheLogits() => _direct(_real, _fake, _gradients);

    public void Dispose()
    {
        _gradients.Dispose();
        _real.Dispose();
        _fake.Dispose();
    }

    private void Differentiate(Func<Tensor, Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        loss(_real, _fake).backward();
        ForgetGradients();
    }

    /// <summary>The next pass is to hand its gradient over, as to the layer before, not to add it to the last one.</summary>
    private void ForgetGradients()
    {
        _real.grad = null;
        _fake.grad = null;
    }

    private double Backward(Func<Tensor, Tensor, Tensor> loss)
    {
        var value = loss(_real, _fake);
        value.backward();
        return value.item<float>();
    }
}
