using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>A step's loss over the logits of one discriminator or of several, and the penalties that are added to it.</summary>
internal sealed class StepLoss
{
    private readonly StepPart[] parts;
    private readonly ListReduction? reduction;
    private Tensor? adversarial;
    private Tensor? total;
    private bool isDisposed;

    /// <param name="parts">The loss over each discriminator's logits.</param>
    /// <param name="penalties">What is added, by no reduction divided.</param>
    /// <param name="reduction">How the parts become one loss; null where there is one.</param>
    public StepLoss(StepPart[] parts, IReadOnlyList<PenaltyTerm> penalties, ListReduction? reduction = null)
    {
        (this.parts, this.reduction, Penalties) = (parts, reduction, penalties);
        if (IsDirect)
            return;
        adversarial = Reduced();
        total = Sum(adversarial);
    }

    public IReadOnlyList<PenaltyTerm> Penalties { get; }

    /// <summary>The tensors that the losses are computed from, beside the logits of D.</summary>
    public IReadOnlyList<Tensor> Inputs { private get; init; } = [];

    /// <summary>The tensors that must live as long as the step's terms.</summary>
    public IEnumerable<Tensor> Tensors => [.. Inputs, .. Penalties.Select(static penalty => penalty.Value), .. parts.SelectMany(static part => part.Tensors), .. new[] { adversarial, total }.OfType<Tensor>()];

    /// <summary>The loss without penalties, of one discriminator.</summary>
    public double Value => parts[0].Value;

    /// <summary>The losses of the parts with their graphs.</summary>
    public IReadOnlyList<Tensor> Losses => Array.ConvertAll(parts, static part => part.Adversarial);

    /// <summary>The scalar with its graph.</summary>
    public Tensor Adversarial => reduction is null ? parts[0].Adversarial : Made(ref adversarial, Reduced);

    /// <summary>The loss plus penalties, with the graph of all.</summary>
    public Tensor Total
    {
        get
        {
            var loss = Adversarial;
            return Penalties.Count == 0 ? loss : Made(ref total, () => Sum(loss));
        }
    }

    private bool IsDirect => parts[0].IsDirect;

    /// <summary>Differentiates the total times a factor.</summary>
    public void Backward(double factor = 1)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (IsDirect)
        {
            var share = reduction == ListReduction.Mean ? factor / parts.Length : factor;
            LogitGradients.Backward([.. parts.Select(static part => part.Gradients)], share, [.. Penalties.Select(static penalty => penalty.Value)], factor);
            return;
        }

        if (!Total.requires_grad)
            throw new InvalidOperationException(LogitGradients.NoGraph);
        // For what a loss hands over on the way.
        using var scope = NewDisposeScope();
        Refusals.Differentiate(() => (factor == 1 ? Total : Total.mul(factor)).backward());
    }

    /// <summary>Frees what was made since the step.</summary>
    public void Dispose()
    {
        isDisposed = true;
        foreach (var part in parts)
            part.Dispose();
        adversarial?.Dispose();
        total?.Dispose();
    }

    private Tensor Made(ref Tensor? tensor, Func<Tensor> make)
    {
        if (!IsDirect || tensor is { IsInvalid: false })
            return tensor!;
        ObjectDisposedException.ThrowIf(isDisposed, this);
        // It may be asked for where a caller only prints it.
        using var graph = enable_grad();
        return tensor = make();
    }

    private Tensor Reduced()
    {
        if (reduction is not { } how)
            return parts[0].Adversarial;
        using var scope = NewDisposeScope();
        return Lists.Reduce(Losses, how).MoveToOuterDisposeScope();
    }

    private Tensor Sum(Tensor loss)
    {
        if (Penalties.Count == 0)
            return loss;
        using var scope = NewDisposeScope();
        return Penalties.Aggregate(loss, static (sum, penalty) => sum.add(penalty.Value)).MoveToOuterDisposeScope();
    }
}
