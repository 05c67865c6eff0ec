using System.Runtime.InteropServices;
using Gan.Runtime.Devices;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>
/// A loss in autograd's graph: forward computes the gradient with the loss, backward hands it over. Where a second derivative is wanted, backward builds the gradient's own graph.
/// </summary>
internal sealed class LossFunction : autograd.SingleTensorFunction<LossFunction>
{
    private const string Term = "term";

    public override string Name => nameof(LossFunction);

    /// <summary>The loss of a term, with its graph, in the current dispose scope.</summary>
    public static Tensor Of(LossTerm term, LossPath path)
    {
        using var call = new LossCall(term, path);
        return term.Sides is [var only] ? apply(call, only.Logits) : apply(call, term.Sides[0].Logits, term.Sides[1].Logits);
    }

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        ReturnedGradients.Free();
        // Without this, an incoming gradient that is not there would be made of a tensor that the dispose scope has freed.
        ctx.set_materialize_grads(false);
        var call = (LossCall)vars[0];
        var loss = call.Run();
        ctx.save_data(Term, call.Term);
        ctx.save_for_backward(call.Saved());
        return loss;
    }

    /// <summary>It throws nothing: an exception here would end the process.</summary>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var term = (LossTerm)ctx.get_data(Term);
        var result = new List<Tensor>(3) { null! };
        try
        {
            ReturnedGradients.Free();
            if (grad_output.IsInvalid)
                result.AddRange(new Tensor[term.Sides.Length]);
            else if (term.ScalesGradient && !is_grad_enabled())
                AddGradients(result, ctx, term, grad_output);
            else
                AddDifferentiated(result, ctx, term, grad_output);
        }
        catch (Exception exception) when (exception is ExternalException or InvalidOperationException or ArgumentException)
        {
            // Logits that were written to since: autograd refuses a gradient on no device, by an exception that can be caught.
            result.RemoveRange(1, result.Count - 1);
            result.AddRange(term.Sides.Select(static side => empty(side.Logits.shape, device: META)));
        }
        finally
        {
            // Made for this call, in whatever dispose scope there is, or none.
            grad_output.Dispose();
        }

        return result;
    }

    /// <summary>The gradients that forward computed, for the incoming one.</summary>
    private static void AddGradients(List<Tensor> result, autograd.AutogradContext ctx, LossTerm term, Tensor incoming)
    {
        var hasScope = ReturnedGradients.HasScope(ctx.get_saved_variables, out var saved);
        // To look would be to wait for the device.
        var isOne = incoming.dim() == 0 && !HostRead.Waits(incoming) && HostRead.Number(incoming) == 1;
        for (var i = 0; i < saved.Count; i++)
        {
            if (i >= term.Sides.Length)
                saved[i]?.Dispose();
            else if (saved[i] is { } gradient)
                result.Add(ReturnedGradients.Leave(isOne ? gradient : Product(gradient, incoming), hasScope));
            else
                result.Add(null!);
        }
    }

    private static Tensor Product(Tensor gradient, Tensor incoming)
    {
        using (gradient)
            return gradient.mul(incoming);
    }

    /// <summary>The gradients by tensor operations, with a graph of their own where one is built.</summary>
    private static void AddDifferentiated(List<Tensor> result, autograd.AutogradContext ctx, LossTerm term, Tensor incoming)
    {
        var hasScope = ReturnedGradients.HasScope(static () => empty(0), out var probe);
        probe.Dispose();
        using var scope = NewDisposeScope();
        var sides = LossCall.Restore(term, ctx.get_saved_variables());
        var gradients = term.With(sides).InFloat32.Differentiate(incoming);
        for (var i = 0; i < sides.Length; i++)
            result.Add(sides[i].Logits.requires_grad ? ReturnedGradients.Leave(scope.MoveToOuter(gradients[i].to(sides[i].Logits.dtype)), hasScope) : null!);
    }
}
