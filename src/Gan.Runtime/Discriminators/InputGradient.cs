using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>The gradient of a network's output in its input, ready to be differentiated once more.</summary>
internal static class InputGradient
{
    /// <summary>Differentiates the sum of the logits, and leaves no gradient behind on the input.</summary>
    /// <param name="logits">D(input), with its graph, which is kept.</param>
    /// <param name="input">A leaf that tracks its gradient.</param>
    /// <param name="what">What the input is, for messages.</param>
    public static Tensor Of(Tensor logits, Tensor input, string what)
    {
        if (!logits.requires_grad)
        {
            throw new InvalidOperationException(
                $"The discriminator's output for the {what} has no graph, so it has no gradient: is it computed under no_grad, or detached?");
        }

        // The sum makes one scalar of any logits.
        return TryTake(logits.sum(), input) ?? throw new InvalidOperationException(
            $"The discriminator's output for the {what} does not depend on them, so a gradient penalty has no meaning: does it detach its input?");
    }

    /// <summary>The gradient of a scalar; null where it does not depend on the input. A gradient that the input has already stays.</summary>
    /// <param name="scalar">With its graph, which is kept.</param>
    /// <param name="input">What it is differentiated in: a tensor that requires a gradient.</param>
    public static Tensor? TryTake(Tensor scalar, Tensor input)
    {
        TorchBackend.Check();
        CycleWarning.Spend();
        // Of a tensor that is no leaf libtorch would warn that it has none.
        var before = input.is_leaf ? input.grad : null;
        input.grad = null;
        try
        {
            // autograd.grad would end the process on any error; backward throws.
            Refusals.Differentiate(
                () => autograd.backward([scalar], create_graph: true, retain_graph: true, inputs: [input]), "The network cannot be differentiated in its input");
            return input.grad;
        }
        finally
        {
            // Left on the input, the gradient would hold its own graph in a cycle that nothing frees.
            input.grad = before;
        }
    }

    /// <summary>
    /// Frees what later backwards left on an input. Once differentiated in, a tensor that is no leaf keeps its gradient, as after <c>retain_grad</c>, and libtorch has no way back.
    /// </summary>
    public static void Release(Tensor? input)
    {
        if (input is { IsInvalid: false, is_leaf: false })
            input.grad = null;
    }
}
