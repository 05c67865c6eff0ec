using System.Globalization;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the L2 norm of all gradients together, before they were clipped.</summary>
/// <remarks>
/// The norm of gradients on a GPU stays there until it is first read, because reading it waits for the GPU. It belongs to the dispose scope in which the gradients were clipped.
/// Whether the gradients were finite is checked when the norm is read. Gradients that are not all finite have not been changed.
/// </remarks>
public sealed class ClippedNorm
{
    private readonly Tensor? norms;
    private readonly string[] names = [];
    private double? value;

    internal ClippedNorm(double value) => this.value = value;

    internal ClippedNorm(Tensor norms, string[] names) => (this.norms, this.names) = (norms, names);

    /// <summary>Gets the norm, or 0 if there was no gradient.</summary>
    /// <exception cref="NonFiniteGradientException">A gradient on a GPU contains NaN or infinity. For gradients on the CPU, the clipping method throws this exception.</exception>
    /// <exception cref="ObjectDisposedException">The norm is on a GPU, and the dispose scope in which the gradients were clipped has ended.</exception>
    public double Value => value ??= Read();

    /// <summary>Returns <see cref="Value"/> as text in the current culture.</summary>
    /// <exception cref="NonFiniteGradientException">A gradient on a GPU contains NaN or infinity.</exception>
    /// <exception cref="ObjectDisposedException">The norm is on a GPU, and the dispose scope in which the gradients were clipped has ended.</exception>
    public override string ToString() => Value.ToString(CultureInfo.CurrentCulture);

    private double Read()
    {
        if (norms!.IsInvalid)
            throw new ObjectDisposedException(nameof(ClippedNorm), "The norm was left on the GPU, and its dispose scope has ended: read it earlier.");
        var all = HostRead.Numbers(norms);
        var wrong = Array.FindIndex(all, static norm => !double.IsFinite(norm));
        if (wrong >= 0)
            throw new NonFiniteGradientException(names[wrong]);
        var largest = all.Max();
        return largest == 0 ? 0 : largest * Math.Sqrt(all.Sum(norm => Math.Pow(norm / largest, 2)));
    }
}
