using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>
/// One loss of one player with its gradient in the logits, by hand and by the library: what every benchmark of losses runs. Both are made sure to be the same loss first.
/// </summary>
internal sealed class LossBodies : IDisposable
{
    private const double Tolerance = 1e-4;

    private readonly Func<Tensor, Tensor, Tensor> _byHand;
    private readonly Func<Tensor, Tensor, Tensor> _byLibrary;
    private readonly Tensor _real;
    private readonly Tensor _fake;

    public LossBodies(LossCase loss, Player player, params long[] shape)
    {
        (_byHand, _byLibrary) = player == Player.Discriminator
            ? (loss.Discriminator, new Func<Tensor, Tensor, Tensor>(loss.Objective.DiscriminatorLoss))
            : (loss.Generator, loss.Objective.GeneratorLoss);
        manual_seed(1);
        // The generator's step has real logits without a graph.
        _real = randn(shape, requires_grad: player == Player.Discriminator);
        _fake = randn(shape, requires_grad: true);
        RequireAgreement(loss.Name);
    }

    /// <summary>What can be asked for by name, the baseline first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["handwritten", "library"];

    public Action Named(string name) => name switch
    {
        "handwritten" => HandWritten,
        "library" => Library,
        _ => throw new ArgumentException($"There is no way '{name}' to a loss: there are {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>The composition of tensor operations and its backward pass.</summary>
    public void HandWritten() => Differentiate(_byHand);

    /// <summary>Path A: the objective's loss as a tensor, and its backward pass.</summary>
    public void Library() => Differentiate(_byLibrary);

    public void Dispose()
    {
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

    private void RequireAgreement(string name)
    {
        using var scope = NewDisposeScope();
        var (byHand, byLibrary) = (Results(_byHand), Results(_byLibrary));
        foreach (var (expected, actual) in byHand.Zip(byLibrary))
        {
            var scale = Math.Max(expected.abs().max().item<float>(), expected.dim() == 0 ? 1 : 0);
            var error = actual.sub(expected).abs().max().item<float>();
            if (!(error <= Tolerance * scale))
                throw new InvalidOperationException($"{name} by hand and by the library differ by {error / scale:G3}: one of them is another loss.");
        }
    }

    /// <summary>The loss and its gradients.</summary>
    private Tensor[] Results(Func<Tensor, Tensor, Tensor> loss)
    {
        var value = loss(_real, _fake);
        value.backward();
        Tensor[] results = [value.detach(), .. new[] { _real, _fake }.Where(static leaf => leaf.requires_grad).Select(static leaf => leaf.grad!)];
        ForgetGradients();
        return results;
    }
}
