using System.Globalization;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The common norm that gradients had before they were clipped.</summary>
/// <remarks>
/// The norm of gradients on a GPU stays there until it is first read, for to read it is to wait for the GPU; it belongs to the dispose scope in which they were clipped. That they are finite is
/// checked when it is read. Gradients that are not all finite have not been changed.
/// </remarks>
public sealed class ClippedNorm
{
    private readonly Tensor? norms;
    private readonly string[] names = [];
    private double? value;

    internal ClippedNorm(double value) => this.value = value;

    internal ClippedNorm(Tensor norms, string[] names) => (this.norms, this.names) = (norms, names);

    /// <summary>The norm; 0 when there was no gradient.</summary>
    /// <exception cref="NonFiniteGradientException">A gradient has a NaN or an infinity. Of gradients on the CPU the clipping itself has thrown it.</exception>
    /// <exception cref="ObjectDisposedException">The norm was left on a GPU, and the dispose scope in which the gradients were clipped has ended.</exception>
    public double Value => value ??= Read();

    /// <summary>The number in the current culture.</summary>
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
