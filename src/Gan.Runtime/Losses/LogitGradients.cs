using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Losses;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// A loss L with its gradient in the logits, computed together and without a graph: the direct way of a training step, which ends in one
/// <c>backward(logits, gradients)</c>. It is to be kept: from step to step it uses the same memory.
/// </summary>
/// <remarks>
/// Filled by <see cref="IGanObjective.DiscriminatorGradients"/> or <see cref="IGanObjective.GeneratorGradients"/>; what it holds is valid until it is filled again or disposed.
/// A parameter that is the logits themselves, seen through views only, may get a <c>grad</c> in the same memory.
/// </remarks>
public sealed class LogitGradients : IDisposable
{
    internal const string NoGraph = "The logits have no graph to be differentiated through: are they computed under no_grad, or detached?";

    private bool isDisposed;
    private double loss = double.NaN;
    private DeviceNumber? lossOnDevice;
    private readonly Tensor?[] gradients = new Tensor?[2];
    private readonly Tensor?[] logits = new Tensor?[2];

    /// <summary>How often it has been filled.</summary>
    internal long Filling { get; private set; }

    /// <summary>L, the mean loss; NaN before the first time. On a GPU it stays there until it is first read, which waits for it.</summary>
    /// <exception cref="ObjectDisposedException">It was on a GPU, and was not read before this was disposed.</exception>
    public double Loss => lossOnDevice?.Value ?? loss;

    /// <summary>dL/dD(x), of the shape and dtype of the real logits; null where the loss does not depend on them.</summary>
    public Tensor? Real => logits[0] is null ? null : gradients[0];

    /// <summary>dL/dD(G(z)), of the shape and dtype of the fake logits; null before the first time.</summary>
    public Tensor? Fake => logits[1] is null ? null : gradients[1];

    /// <summary>Differentiates L through the graph of the logits, in one backward over the network.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been computed, or the logits have no graph.</exception>
    public void Backward() => Backward([this], factor: 1, scalars: [], scalarFactor: 1);

    /// <summary>The same of several losses times a factor, plus scalars, as penalties are, times theirs: in one backward, for what is behind all of them.</summary>
    internal static void Backward(IReadOnlyList<LogitGradients> losses, double factor, IReadOnlyList<Tensor> scalars, double scalarFactor)
    {
        var capacity = (2 * losses.Count) + scalars.Count;
        var (tensors, seeds) = (new List<Tensor>(capacity), new List<Tensor>(capacity));
        foreach (var loss in losses)
        {
            for (var i = 0; i < loss.logits.Length; i++)
            {
                if (loss.logits[i] is { requires_grad: true } differentiated)
                {
                    tensors.Add(differentiated);
                    seeds.Add(loss.gradients[i]!);
                }
            }
        }

        if (tensors.Count == 0)
        {
            throw new InvalidOperationException(
                losses[0].logits[1] is null ? "There is no gradient yet: call DiscriminatorGradients or GeneratorGradients of an objective first." : NoGraph);
        }

        using var scope = scalars.Count == 0 && factor == 1 ? null : NewDisposeScope();
        if (factor != 1)
            seeds = seeds.ConvertAll(seed => seed.mul(factor));
        // Of a network without parameters a penalty is a plain number.
        foreach (var scalar in scalars.Where(static scalar => scalar.requires_grad))
        {
            tensors.Add(scalar);
            seeds.Add(full_like(scalar, scalarFactor));
        }

        Refusals.Differentiate(() => autograd.backward(tensors, seeds));
    }

    /// <summary>Computes a mean loss and its gradients. The term's last side is of the fake logits.</summary>
    internal void Take(LossTerm term, LossPath wanted, Tensor? real, Tensor fake)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var path = term.Choose(wanted);
        (logits[0], logits[1]) = (null, null);
        if (path == LossPath.Kernel)
        {
            gradients[1] = Kept(gradients[1], fake);
            if (real is not null)
                gradients[0] = Kept(gradients[0], real);
            if (term.IsOnCuda)
                Take(CudaPass.Run(term, gradients[^term.Sides.Length..]));
            else
                Take(LossEvaluation.Pass(term, gradients.AsSpan(2 - term.Sides.Length), losses: null), onDevice: null);
        }
        else
        {
            using var scope = NewDisposeScope();
            var wantedGradients = term.Sides.Select(static side => (Tensor?)side.Logits).ToArray();
            Take(LossEvaluation.Evaluate(term, path, wantedGradients));
            Replace(real, fake, wantedGradients);
        }

        (Filling, logits[0], logits[1]) = (Filling + 1, real, fake);
    }

    /// <summary>Takes over gradients that were computed otherwise.</summary>
    internal void Take(Tensor loss, Tensor? real, Tensor fake, Tensor? realGradient, Tensor? fakeGradient)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        (logits[0], logits[1]) = (null, null);
        Replace(real, fake, [realGradient, fakeGradient]);
        Take(loss.detach());
        (Filling, logits[0], logits[1]) = (Filling + 1, real, fake);
    }

    /// <summary>What it holds.</summary>
    internal IEnumerable<Tensor> Tensors => new[] { Real, Fake, lossOnDevice?.Unread }.OfType<Tensor>();

    /// <inheritdoc/>
    public void Dispose()
    {
        isDisposed = true;
        lossOnDevice?.Unread?.Dispose();
        for (var i = 0; i < 2; i++)
        {
            gradients[i]?.Dispose();
            (gradients[i], logits[i]) = (null, null);
        }
    }

    private void Take(Tensor scalar) => Take(double.NaN, new DeviceNumber(scalar.DetachFromDisposeScope()));

    private void Take(double number, DeviceNumber? onDevice)
    {
        lossOnDevice?.Unread?.Dispose();
        (loss, lossOnDevice) = (number, onDevice);
    }

    private void Replace(Tensor? real, Tensor fake, Tensor?[] computed)
    {
        gradients[0]?.Dispose();
        gradients[1]?.Dispose();
        gradients[0] = real is null ? null : InTypeOf(real, computed[0]);
        gradients[1] = InTypeOf(fake, computed[^1]);
    }

    private static Tensor InTypeOf(Tensor logits, Tensor? gradient) => (gradient is null ? zeros_like(logits) : gradient.to(logits.dtype)).detach().DetachFromDisposeScope();

    private static Tensor Kept(Tensor? kept, Tensor logits)
    {
        // What another way of computing left may lie elsewhere, or otherwise.
        if (kept is { IsInvalid: false } && kept.dtype == logits.dtype && IsBeside(kept, logits) && kept.is_contiguous() && HasShapeOf(kept, logits))
            return kept;
        kept?.Dispose();
        using var withoutGraph = no_grad();
        return empty_like(logits).DetachFromDisposeScope();
    }

    private static bool IsBeside(Tensor kept, Tensor logits) => kept.device_type == logits.device_type && kept.device_index == logits.device_index;

    // Without the arrays that shapes are.
    private static bool HasShapeOf(Tensor kept, Tensor logits)
    {
        var dimensions = logits.dim();
        if (kept.dim() != dimensions)
            return false;
        for (var i = 0; i < dimensions; i++)
        {
            if (kept.size(i) != logits.size(i))
                return false;
        }

        return true;
    }
}
