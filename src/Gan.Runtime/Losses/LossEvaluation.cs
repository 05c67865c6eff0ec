using Gan.Runtime.Checks;
using Gan.Runtime.Kernels;
using Gan.Runtime.Losses.Terms;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>Computes a loss on the way that is chosen for it.</summary>
internal static class LossEvaluation
{
    /// <summary>A dispose scope for what is made on the way to a loss: none where nothing is, which is a kernel's usual case.</summary>
    public static DisposeScope? ScopeFor(Tensor? logits, LossReduction? reduction = null, LossReduction? other = null) =>
        logits is { IsInvalid: false } && LossKernel.Reads(logits) && !HasTensors(reduction) && !HasTensors(other) ? null : NewDisposeScope();

    /// <summary>The loss with its graph, if one is built.</summary>
    /// <param name="term">The loss.</param>
    /// <param name="wanted">The way that is wanted.</param>
    /// <param name="scope">The current dispose scope, if it is of <see cref="ScopeFor"/>: the loss leaves it.</param>
    public static Tensor Of(LossTerm term, LossPath wanted, DisposeScope? scope)
    {
        var path = term.Choose(wanted);
        var loss = !is_grad_enabled() || !term.RequiresGradient ? Evaluate(term, path, new Tensor?[term.Sides.Length])
            : Refusals.Graph(
                () => term.TakesAutograd(wanted, path) ? Composed(term.InFloat32) : LossFunction.Of(term, path),
                "The loss cannot be differentiated");
        return scope is null ? loss : scope.MoveToOuter(loss);
    }

    /// <summary>The loss, outside any graph, and its gradients.</summary>
    /// <param name="term">The loss.</param>
    /// <param name="path">The way.</param>
    /// <param name="gradients">In: for each side whose gradient is wanted, a tensor to take shape and dtype from. Out: the gradient.</param>
    public static Tensor Evaluate(LossTerm term, LossPath path, Tensor?[] gradients)
    {
        if (path != LossPath.Kernel)
            return EvaluateComposed(term.InFloat32, gradients);

        using var withoutGraph = is_grad_enabled() ? no_grad() : null;
        for (var i = 0; i < gradients.Length; i++)
            gradients[i] = gradients[i] is { } like ? empty_like(like) : null;
        if (term.IsOnCuda)
            return CudaPass.Run(term, gradients);
        var losses = term.IsByElement ? empty_like(term.Sides[0].Logits) : null;
        var loss = Pass(term, gradients, losses);
        return losses ?? (term.Sides[0].Logits.dtype == ScalarType.Float32 ? tensor((float)loss) : tensor(loss));
    }

    /// <summary>The loss in one pass.</summary>
    public static double Pass(LossTerm term, ReadOnlySpan<Tensor?> gradients, Tensor? losses)
    {
        var loss = term.Pass(gradients, losses);
        // Nothing may finalise the tensors while their memory is read.
        GC.KeepAlive(term);
        return loss;
    }

    private static Tensor EvaluateComposed(LossTerm term, Tensor?[] gradients)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var loss = term.Compose();
        if (Array.Exists(gradients, static gradient => gradient is not null))
        {
            // A number of the CPU, which a GPU takes as an argument of what it launches: what is computed of numbers alone costs no launch.
            var differentiated = term.Differentiate(term.IsByElement ? ones_like(loss) : ones([], dtype: loss.dtype));
            for (var i = 0; i < gradients.Length; i++)
                gradients[i] = gradients[i] is null ? null : scope.MoveToOuter(differentiated[i]);
        }

        return scope.MoveToOuter(loss);
    }

    private static Tensor Composed(LossTerm term)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(term.Compose());
    }

    private static bool HasTensors(LossReduction? reduction) => reduction is not null && (reduction.Weights is not null || reduction.Mask is not null);
}
