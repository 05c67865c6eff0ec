using Gan.Runtime.Devices;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>
/// A player's loss over one discriminator's logits, on one of two ways: its gradient in the logits is there already, or the loss has a graph. The first builds the second only if it is asked for.
/// </summary>
internal sealed class StepPart
{
    private readonly Func<Tensor> compute;
    private readonly LogitGradients? direct;
    private readonly long filling;
    private readonly bool isKept;
    private Tensor? adversarial;
    private bool isDisposed;

    private StepPart(Func<Tensor> compute, LogitGradients? direct, bool isKept)
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
    public static StepPart Of(IGanObjective objective, Action<LogitGradients> fill, Func<Tensor> compute, LogitGradients? kept)
    {
        if (!objective.HasLogitGradients)
            return new(compute, direct: null, isKept: false);
        var direct = kept ?? new LogitGradients();
        fill(direct);
        if (kept is null)
            MoveIn(direct);
        return new(compute, direct, kept is not null);
    }

    /// <summary>Memory for the gradients of each discriminator: the caller's, or none.</summary>
    public static LogitGradients?[] KeptFor<T>(IReadOnlyList<LogitGradients>? gradients, IReadOnlyList<T> discriminators)
    {
        if (gradients is null)
            return new LogitGradients?[discriminators.Count];
        Lists.NotEmpty(gradients);
        Lists.SameLength(discriminators, nameof(discriminators), gradients, nameof(gradients));
        return [.. gradients];
    }

    /// <summary>Whether the gradient is there already.</summary>
    public bool IsDirect => direct is not null;

    /// <summary>The gradient that is there already.</summary>
    /// <exception cref="InvalidOperationException">It has been overwritten since.</exception>
    public LogitGradients Gradients => direct!.Filling == filling
        ? direct
        : throw new InvalidOperationException("The gradients of this step have been overwritten by a later one that was given the same LogitGradients: call Backward before, or give each its own.");

    public double Value => IsDirect ? Gradients.Loss : HostRead.Number(Adversarial);

    /// <summary>The scalar with its graph.</summary>
    public Tensor Adversarial
    {
        get
        {
            if (!IsDirect || adversarial is { IsInvalid: false })
                return adversarial!;
            ObjectDisposedException.ThrowIf(isDisposed, this);
            // It may be asked for where a caller only prints it.
            using var graph = enable_grad();
            return adversarial = compute();
        }
    }

    /// <summary>The tensors that must live as long as the step's terms.</summary>
    public IEnumerable<Tensor> Tensors => [.. new[] { adversarial }.OfType<Tensor>(), .. isKept || direct is null ? [] : direct.Tensors];

    /// <summary>Frees what was made since the step.</summary>
    public void Dispose()
    {
        isDisposed = true;
        adversarial?.Dispose();
    }

    /// <summary>Makes gradients part of the current scope, which then owns them.</summary>
    private static void MoveIn(LogitGradients gradients)
    {
        using var scope = NewDisposeScope();
        foreach (var tensor in gradients.Tensors)
        {
            scope.Attach(tensor);
            scope.MoveToOuter(tensor);
        }
    }
}
