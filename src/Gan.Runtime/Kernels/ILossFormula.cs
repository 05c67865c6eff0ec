using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Computes the loss φ(t) of a logit t and its slope φ'(t), both over lanes, for the kernels, and with tensor operations, for every device, dtype and order of derivative. Generated code implements it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILossFormula
{
    /// <summary>Gets a value that indicates whether φ has a term <see cref="LogarithmWeight"/> * log(1 + u) with 0 ≤ u ≤ 1, as softplus has. A kernel computes a sum of such terms as one logarithm of a product.</summary>
    static abstract bool HasLogarithm { get; }

    /// <summary>Gets a value that indicates whether the slope φ' is constant, as in a critic's loss: φ(t) = φ(0) + φ' t.</summary>
    static virtual bool HasConstantSlope => false;

    /// <summary>Gets the factor of the term log(1 + u), the same for every logit, or 0 if there is no such term.</summary>
    double LogarithmWeight { get; }

    /// <summary>Computes φ(t) = loss + <see cref="LogarithmWeight"/> * log(1 + unit), and φ'(t).</summary>
    /// <typeparam name="T">The lanes.</typeparam>
    /// <param name="t">The logits.</param>
    /// <param name="loss">The part of φ(t) without the logarithm.</param>
    /// <param name="unit">The number u, from 0 to 1, or 0 if φ has no such term.</param>
    /// <param name="slope">The slope φ'(t). At a kink, it is the slope that autograd gives <see cref="Loss"/>.</param>
    void Evaluate<T>(T t, out T loss, out T unit, out T slope)
        where T : struct, ILanes<T>;

    /// <summary>Computes φ of each logit with tensor operations, in the shape and dtype of the logits, with their graph.</summary>
    /// <param name="logit">The logits.</param>
    /// <returns>The losses.</returns>
    Tensor Loss(Tensor logit);

    /// <summary>Computes φ' of each logit with tensor operations, in the shape and dtype of the logits, with their graph.</summary>
    /// <param name="logit">The logits.</param>
    /// <returns>The slopes.</returns>
    Tensor Slope(Tensor logit);
}
