using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Losses;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Holds a loss L and its gradients with respect to the logits, computed together and without a graph. Keep it from step to step: it reuses its memory.
/// </summary>
/// <remarks>
/// <para><see cref="IGanObjective.DiscriminatorGradients"/> and <see cref="IGanObjective.GeneratorGradients"/> fill it. Its contents are valid until it is filled again or disposed.</para>
/// <para>If the logits are themselves a parameter, or views of one, the <c>grad</c> of the parameter can share its memory.</para>
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

    /// <summary>Gets the mean loss L, or NaN if nothing has been computed yet.</summary>
    /// <remarks>A loss on a GPU stays there until it is first read, which waits for the GPU.</remarks>
    /// <exception cref="ObjectDisposedException">The loss was on a GPU and was not read before this instance was disposed.</exception>
    public double Loss => lossOnDevice?.Value ?? loss;

    /// <summary>Gets the gradient dL/dD(x) in the shape and dtype of the real logits, or <see langword="null"/> if the loss does not depend on them.</summary>
    public Tensor? Real => logits[0] is null ? null : gradients[0];

    /// <summary>Gets the gradient dL/dD(G(z)) in the shape and dtype of the fake logits, or <see langword="null"/> if nothing has been computed yet.</summary>
    public Tensor? Fake => logits[1] is null ? null : gradients[1];

    /// <summary>Backpropagates the gradients through the graph of the logits, in one backward pass over the network.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been computed yet, or the logits have no graph.</exception>
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

    /// <summary>Frees the gradients and the loss.</summary>
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
