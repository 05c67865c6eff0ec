using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// A loss in autograd's graph: forward computes the gradient with the loss, backward hands it over. Where a second derivative is wanted, backward builds the gradient's own graph.
/// </summary>
internal sealed class LossFunction : autograd.SingleTensorFunction<LossFunction>
{
    private const string Term = "term";

    public override string Name => nameof(LossFunction);

    /// <summary>The loss of a term, with its graph, in the current dispose scope.</summary>
    public static Tensor Of(LossTerm term, LossPath path) => apply([new Request(term, path), .. term.Sides.Select(static side => side.Logits)]);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        ReturnedGradients.Free();
        var (term, path) = (Request)vars[0];
        // Without this, an incoming gradient that is not there would be made of a tensor that the dispose scope has freed.
        ctx.set_materialize_grads(false);
        var gradients = term.Sides.Select(side => side.Logits.requires_grad && term.ScalesGradient ? side.Logits : null).ToArray();
        var loss = LossEvaluation.Evaluate(term, path, gradients);
        ctx.save_data(Term, term);
        ctx.save_for_backward([.. gradients, .. term.Sides.SelectMany(static side => new[] { side.Logits, side.Reduction.Weights, side.Reduction.Mask })]);
        return loss;
    }

    /// <summary>It throws nothing: an exception here would end the process.</summary>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var term = (LossTerm)ctx.get_data(Term);
        try
        {
            ReturnedGradients.Free();
            var hasScope = ReturnedGradients.HasScope();
            using var scope = NewDisposeScope();
            var gradients = grad_output.IsInvalid ? new Tensor?[term.Sides.Length] : Gradients(term, ctx.get_saved_variables(), grad_output);
            return [null!, .. gradients.Select(gradient => gradient is null ? null! : ReturnedGradients.Leave(gradient, hasScope))];
        }
        catch (Exception exception) when (exception is System.Runtime.InteropServices.ExternalException or InvalidOperationException or ArgumentException)
        {
            // Logits that were written to since: autograd refuses a gradient on no device, by an exception that can be caught.
            return [null!, .. term.Sides.Select(static side => empty(side.Logits.shape, device: META))];
        }
        finally
        {
            // Made for this call, in whatever dispose scope there is, or none.
            grad_output.Dispose();
        }
    }

    private static Tensor?[] Gradients(LossTerm term, List<Tensor> saved, Tensor incoming)
    {
        var count = term.Sides.Length;
        if (term.ScalesGradient && !is_grad_enabled())
            return saved.Take(count).Select(gradient => gradient is null ? null : IsOne(incoming) ? gradient : gradient.mul(incoming)).ToArray();

        var sides = term.Sides.Select((side, i) => side with
        {
            Logits = saved[count + 3 * i],
            Reduction = new(side.Reduction.Kind) { Weights = saved[count + 3 * i + 1], Mask = saved[count + 3 * i + 2] },
        }).ToArray();
        return term.With(sides).Differentiate(incoming).Select((gradient, i) => sides[i].Logits.requires_grad ? gradient : null).ToArray();
    }

    private static bool IsOne(Tensor incoming) => incoming.numel() == 1 && incoming.dim() == 0 && incoming.ToDouble() == 1;

    private sealed record Request(LossTerm Term, LossPath Path);
}
