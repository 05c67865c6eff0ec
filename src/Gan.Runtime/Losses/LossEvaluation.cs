using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Computes a loss on the way that is chosen for it.</summary>
internal static class LossEvaluation
{
    /// <summary>The loss with its graph, if one is built, in the current dispose scope.</summary>
    public static Tensor Of(LossTerm term, LossPath wanted)
    {
        var path = term.Choose(wanted);
        if (!is_grad_enabled() || term.Sides.All(static side => !side.Logits.requires_grad && side.Reduction.Weights is not { requires_grad: true }))
            return Evaluate(term, path, new Tensor?[term.Sides.Length]);
        // Weights that learn get their gradient from the graph of the composed form alone.
        return term.Sides.Any(static side => side.Reduction.Weights is { requires_grad: true }) ? term.Compose() : LossFunction.Of(term, path);
    }

    /// <summary>The loss, outside any graph, and its gradients.</summary>
    /// <param name="term">The loss.</param>
    /// <param name="path">The way.</param>
    /// <param name="gradients">In: for each side whose gradient is wanted, a tensor to take shape and dtype from. Out: the gradient.</param>
    public static Tensor Evaluate(LossTerm term, LossPath path, Tensor?[] gradients)
    {
        using var withoutGraph = no_grad();
        if (path == LossPath.Kernel)
        {
            for (var i = 0; i < gradients.Length; i++)
                gradients[i] = gradients[i] is { } like ? empty_like(like) : null;
            var losses = term.IsByElement ? empty_like(term.Sides[0].Logits) : null;
            var loss = Pass(term, gradients, losses);
            return losses ?? tensor(loss, term.Sides[0].Logits.dtype);
        }

        var composed = term.Compose();
        if (gradients.Any(static gradient => gradient is not null))
        {
            var differentiated = term.Differentiate(term.IsByElement ? ones_like(composed) : tensor(1.0, composed.dtype, composed.device));
            for (var i = 0; i < gradients.Length; i++)
                gradients[i] = gradients[i] is null ? null : differentiated[i];
        }

        return composed;
    }

    /// <summary>The loss in one pass.</summary>
    public static double Pass(LossTerm term, ReadOnlySpan<Tensor?> gradients, Tensor? losses)
    {
        var loss = term.Pass(gradients, losses);
        // Nothing may finalise the tensors while their memory is read.
        GC.KeepAlive(term);
        return loss;
    }
}
