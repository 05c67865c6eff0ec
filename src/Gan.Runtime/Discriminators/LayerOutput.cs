using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>What a submodule of D returns while D is called.</summary>
internal static class LayerOutput
{
    /// <summary>The submodule of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it does not map a tensor to a tensor.</exception>
    public static nn.Module<Tensor, Tensor> Find(nn.Module module, string name) => module.named_modules().FirstOrDefault(child => child.name == name).module switch
    {
        nn.Module<Tensor, Tensor> layer => layer,
        null => throw new InvalidOperationException($"The discriminator has no layer '{name}'. Its layers are {string.Join(", ", module.named_modules().Select(static child => child.name).Where(static child => child.Length > 0))}."),
        _ => throw new InvalidOperationException($"The layer '{name}' of the discriminator does not map a tensor to a tensor."),
    };

    /// <summary>D's logits at a sample, and the layer's output on the way.</summary>
    public static (Tensor Logits, Tensor Output) Of(nn.Module<Tensor, Tensor> layer, string name, DiscriminatorSample sample)
    {
        Tensor? output = null;
        var hook = layer.register_forward_hook((_, _, result) =>
        {
            // D may dispose what its layers return.
            output = result.alias();
            return result;
        });
        try
        {
            var logits = sample.Logits;
            if (output is null)
                throw new InvalidOperationException($"The discriminator does not call its layer '{name}' for the {sample.Name} samples.");
            return output.dim() > 0 && output.shape[0] == sample.Input.shape[0] && TensorChecks.IsFloatingPoint(output) ? (logits, output) : throw new InvalidOperationException(
                $"The layer '{name}' returned {TensorChecks.Describe(output)} for {sample.Input.shape[0]} samples: it must return floating-point numbers with the batch in dimension 0.");
        }
        finally
        {
            hook.remove();
        }
    }
}
