using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// A step's loss without penalties, on one of two ways: its gradient in the logits is there already, or the loss has a graph. The first builds the second only if it is asked for.
/// </summary>
internal sealed class StepLoss
{
    private readonly Func<Tensor> compute;
    private readonly IReadOnlyList<PenaltyTerm> penalties;
    private readonly LogitGradients? direct;
    private readonly long filling;
    private readonly bool isKept;
    private Tensor? adversarial;
    private Tensor? total;
    private bool isDisposed;

    private StepLoss(Func<Tensor> compute, IReadOnlyList<PenaltyTerm> penalties, LogitGradients? direct, bool isKept)
    {
        (this.compute, this.penalties, this.direct, this.isKept) = (compute, penalties, direct, isKept);
        filling = direct?.Filling ?? 0;
        if (direct is not null)
            return;
        adversarial = compute();
        total = Sum(adversarial);
    }

    /// <summary>The loss of an objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="fill">Computes loss and gradients.</param>
    /// <param name="compute">Computes the loss with its graph.</param>
    /// <param name="penalties">What is added to it.</param>
    /// <param name="kept">Where the gradients go; null for tensors of the step's own.</param>
    public static StepLoss Of(IGanObjective objective, Action<LogitGradients> fill, Func<Tensor> compute, IReadOnlyList<PenaltyTerm> penalties, LogitGradients? kept)
    {
        if (!objective.HasLogitGradients)
            return new(compute, penalties, direct: null, isKept: false);
        var direct = kept ?? new LogitGradients();
        fill(direct);
        if (kept is null)
            MoveIn(direct);
        return new(compute, penalties, direct, kept is not null);
    }

    public IReadOnlyList<PenaltyTerm> Penalties => penalties;

    /// <summary>The tensors that must live as long as the step's terms.</summary>
    public IEnumerable<Tensor> Tensors =>
        [.. penalties.Select(static penalty => penalty.Value), .. new[] { adversarial, total, isKept ? null : direct?.Real, isKept ? null : direct?.Fake }.OfType<Tensor>()];

    public double Value => direct is null ? Adversarial.ToDouble() : Filled(direct).Loss;

    /// <summary>The scalar with its graph.</summary>
    public Tensor Adversarial => Made(ref adversarial, compute);

    /// <summary>The loss plus penalties, with the graph of all.</summary>
    public Tensor Total
    {
        get
        {
            var loss = Adversarial;
            return penalties.Count == 0 ? loss : Made(ref total, () => Sum(loss));
        }
    }

    /// <summary>Differentiates the total times a factor.</summary>
    public void Backward(double factor = 1)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (direct is not null)
        {
            Filled(direct).Backward([.. penalties.Select(static penalty => penalty.Value)], factor);
            return;
        }

        if (!Total.requires_grad)
            throw new InvalidOperationException(LogitGradients.NoGraph);
        using var scope = NewDisposeScope();
        Refusals.Differentiate(() => (factor == 1 ? Total : Total.mul(factor)).backward());
    }

    /// <summary>Frees what was made since the step.</summary>
    public void Dispose()
    {
        isDisposed = true;
        adversarial?.Dispose();
        total?.Dispose();
    }

    private Tensor Made(ref Tensor? tensor, Func<Tensor> make)
    {
        if (direct is null || tensor is { IsInvalid: false })
            return tensor!;
        ObjectDisposedException.ThrowIf(isDisposed, this);
        // It may be asked for where a caller only prints it.
        using var graph = enable_grad();
        return tensor = make();
    }

    private Tensor Sum(Tensor loss)
    {
        if (penalties.Count == 0)
            return loss;
        using var scope = NewDisposeScope();
        return penalties.Aggregate(loss, static (sum, penalty) => sum.add(penalty.Value)).MoveToOuterDisposeScope();
    }

    /// <summary>Makes gradients part of the current scope, which then owns them.</summary>
    private static void MoveIn(LogitGradients gradients)
    {
        using var scope = NewDisposeScope();
        foreach (var gradient in new[] { gradients.Real, gradients.Fake }.OfType<Tensor>())
        {
            scope.Attach(gradient);
            scope.MoveToOuter(gradient);
        }
    }

    private LogitGradients Filled(LogitGradients gradients) => gradients.Filling == filling
        ? gradients
        : throw new InvalidOperationException("The gradients of this step have been overwritten by a later one that was given the same LogitGradients: call Backward before, or give each its own.");
}
