using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The gradient of a batch's logits in its samples, ready to be differentiated once more.</summary>
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

        // autograd.grad would end the process on any error; backward throws. The sum makes one scalar of any logits.
        var total = logits.sum();
        CycleWarning.Spend();
        autograd.backward([total], create_graph: true, retain_graph: true, inputs: [input]);
        var gradient = input.grad;
        // Left on the input, it would hold its own graph in a cycle that nothing frees.
        input.grad = null;
        return gradient ?? throw new InvalidOperationException(
            $"The discriminator's output for the {what} does not depend on them, so a gradient penalty has no meaning: does it detach its input?");
    }
}
