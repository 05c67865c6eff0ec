using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// A step's loss without penalties, on one of two ways: its gradient in the logits is there already, or the loss has a graph. The first builds the second only if it is asked for.
/// </summary>
internal sealed class StepLoss
{
    private readonly Func<Tensor> compute;
    private readonly LogitGradients? direct;
    private readonly long filling;
    private readonly bool isKept;
    private Tensor? adversarial;
    private Tensor? total;

    private StepLoss(Func<Tensor> compute, LogitGradients? direct, bool isKept)
    {
        (this.compute, this.direct, this.isKept) = (compute, direct, isKept);
        filling = direct?.Filling ?? 0;
        if (direct is null)
            adversarial = compute();
    }

    /// <summary>The loss of an objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="fill">Computes loss and gradients.</param>
    /// <param name="compute">Computes the loss with its graph.</param>
    /// <param name="kept">Where the gradients go; null for tensors of the step's own.</param>
    public static StepLoss Of(IGanObjective objective, Action<LogitGradients> fill, Func<Tensor> compute, LogitGradients? kept)
    {
        if (!objective.HasLogitGradients)
            return new(compute, direct: null, isKept: false);
        var direct = kept ?? new LogitGradients(isScoped: true);
        fill(direct);
        return new(compute, direct, kept is not null);
    }

    /// <summary>The tensors that must live as long as the step's terms.</summary>
    public IEnumerable<Tensor> Tensors => new[] { adversarial, isKept ? null : direct?.Real, isKept ? null : direct?.Fake }.OfType<Tensor>();

    public double Value => direct is null ? Adversarial.ToDouble() : Filled(direct).Loss;

    /// <summary>The scalar with its graph.</summary>
    public Tensor Adversarial => Alive(adversarial) ?? (adversarial = WithGraph(compute));

    /// <summary>The loss plus penalties, with the graph of all.</summary>
    public Tensor Total(IReadOnlyList<PenaltyTerm> penalties)
    {
        var loss = Adversarial;
        return penalties.Count == 0 ? loss : Alive(total) ?? (total = WithGraph(() =>
        {
            using var scope = NewDisposeScope();
            return penalties.Aggregate(loss, static (sum, penalty) => sum.add(penalty.Value)).MoveToOuterDisposeScope();
        }));
    }

    public void Backward(IReadOnlyList<PenaltyTerm> penalties)
    {
        if (direct is null)
            Total(penalties).backward();
        else
            Filled(direct).Backward([.. penalties.Select(static penalty => penalty.Value)]);
    }

    /// <summary>Frees what was made since.</summary>
    public void Dispose()
    {
        adversarial?.Dispose();
        total?.Dispose();
    }

    private LogitGradients Filled(LogitGradients gradients) => gradients.Filling == filling
        ? gradients
        : throw new InvalidOperationException("The gradients of this step have been overwritten by a later one that was given the same LogitGradients: call Backward before, or give each its own.");

    private static Tensor? Alive(Tensor? tensor) => tensor is { IsInvalid: false } ? tensor : null;

    // It may be asked for where a caller only prints it.
    private static Tensor WithGraph(Func<Tensor> compute)
    {
        using var graph = enable_grad();
        return compute();
    }
}
