using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>Two ways to a loss are only worth comparing if they are ways to the same loss, and to the same gradients.</summary>
/// <param name="name">The objective, for the message.</param>
/// <param name="logits">The leaves.</param>
internal sealed class LossAgreement(string name, params IReadOnlyList<Tensor> logits)
{
    private const double Tolerance = 1e-4;

    /// <summary>Throws if one of the others has another value or other gradients.</summary>
    /// <param name="expected">Computes the gradients of the leaves and returns the loss.</param>
    /// <param name="others">The other ways.</param>
    public void Require(Func<double> expected, params IReadOnlyList<Func<double>> others)
    {
        using var scope = NewDisposeScope();
        var right = Results(expected);
        foreach (var other in others)
        {
            foreach (var (result, index) in Results(other).Select(static (result, index) => (result, index)))
                RequireSame(right[index], result);
        }
    }

    /// <summary>The loss and its gradients, which are forgotten by the leaves.</summary>
    private Tensor[] Results(Func<double> way)
    {
        List<Tensor> results = [tensor(way(), float32, BenchmarkDevice.Current)];
        foreach (var leaf in logits.Where(static leaf => leaf.requires_grad))
        {
            // A copy: the direct way's gradients may be in memory that it will write to again.
            results.Add(leaf.grad!.clone());
            leaf.grad = null;
        }

        return [.. results];
    }

    private void RequireSame(Tensor expected, Tensor actual)
    {
        // A loss near 0 is a difference of terms near 1; a gradient has only its own scale.
        var scale = Math.Max(expected.abs().max().item<float>(), expected.dim() == 0 ? 1 : 0);
        var error = actual.sub(expected).abs().max().item<float>();
        if (!(error <= Tolerance * scale))
            throw new InvalidOperationException($"{name} by hand and by the library differ by {error / scale:G3}: one of them is another loss.");
    }
}
