using Gan.Runtime.Checks;
using Gan.Runtime.Losses.Inputs;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>Fills <see cref="LogitGradients"/> for objectives that only have losses with a graph.</summary>
internal static class AutogradGradients
{
    public static void Discriminator(IGanObjective objective, Tensor realLogits, Tensor fakeLogits, LogitGradients gradients)
    {
        LogitChecks.SamePlace(realLogits, fakeLogits);
        Differentiate(objective.DiscriminatorLoss, realLogits, fakeLogits, gradients);
    }

    public static void Generator(IGanObjective objective, Tensor realLogits, Tensor fakeLogits, LogitGradients gradients)
    {
        if (objective.Info.IsCoupled)
            Differentiate(objective.GeneratorLoss, realLogits, fakeLogits, gradients);
        else
            Differentiate((_, fake) => objective.GeneratorLoss(fake), real: null, fakeLogits, gradients);
    }

    private static void Differentiate(Func<Tensor, Tensor, Tensor> loss, Tensor? real, Tensor fake, LogitGradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        TensorChecks.NotEmpty(fake, nameof(fake));
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        // Leaves of their own: the network behind the logits gets nothing from this.
        var (realLeaf, fakeLeaf) = (real is null ? null : TensorChecks.Leaf(real, nameof(real)), TensorChecks.Leaf(fake, nameof(fake)));
        var value = loss(realLeaf!, fakeLeaf);
        if (value.requires_grad)
            Refusals.Differentiate(() => value.backward());
        gradients.Take(value, real, fake, realLeaf?.grad, fakeLeaf.grad);
    }
}
