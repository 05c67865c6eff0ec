using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>D as a step sees it: samples to logits, whatever else it takes, and the module that has its parameters.</summary>
internal sealed class BoundDiscriminator
{
    private readonly Func<Tensor, Tensor?> call;

    private BoundDiscriminator(nn.Module module, Func<Tensor, Tensor?> call, string? conditionName = null)
    {
        Module = module;
        ConditionName = conditionName;
        this.call = call;
    }

    public nn.Module Module { get; }

    /// <summary>The caller's argument that gave the second input; null where D has none.</summary>
    public string? ConditionName { get; }

    public static BoundDiscriminator Of(nn.Module<Tensor, Tensor>? discriminator)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        TorchBackend.Check();
        return new(discriminator, discriminator.call);
    }

    /// <summary>D with a condition, without the condition's graph where that is to be detached.</summary>
    public static BoundDiscriminator Of(nn.Module<Tensor, Tensor, Tensor>? discriminator, Tensor? condition, string conditionName, bool isDetached = false)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        TensorChecks.NotEmpty(condition, conditionName);
        TorchBackend.Check();
        return new(discriminator, samples => discriminator.call(samples, isDetached ? condition.detach() : condition), conditionName);
    }

    /// <summary>D's output for a batch, checked to be logits.</summary>
    /// <param name="samples">The batch.</param>
    /// <param name="name">What the samples are, for messages.</param>
    /// <param name="parameterName">The caller's argument that they are or are made of.</param>
    public Tensor LogitsOf(Tensor samples, string name, string parameterName)
    {
        var output = Refusals.Of(() => call(samples), () => $"The discriminator does not accept the {name} samples, {TensorChecks.Describe(samples)}", parameterName) ?? throw new InvalidOperationException($"The discriminator returned null for the {name} samples.");
        if (samples.IsInvalid)
            throw new InvalidOperationException($"The discriminator disposed the {name} samples, which belong to the caller.");
        if (!output.IsInvalid && output.device_type != DeviceType.META && output.numel() > 0 && TensorChecks.IsFloatingPoint(output) && !output.is_sparse)
        {
            // What the step returns and disposes is not to be the caller's own samples.
            return ReferenceEquals(output, samples) ? output.alias() : output;
        }

        var what = output.IsInvalid ? "a disposed tensor" : $"{(output.is_sparse ? "sparse " : "")}{output.dtype} {TensorChecks.Shape(output)}{(output.device_type == DeviceType.META ? " on the meta device" : "")}";
        throw new InvalidOperationException($"The discriminator returned {what} for the {name} samples: logits must be dense, floating point and not empty.");
    }
}
