using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The loss φ of one logit t with its slope φ', as the compiler writes it from a formula: over lanes, for the pass that computes both at once, and in tensor operations, for
/// every device, dtype and order of derivative.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILossFormula
{
    /// <summary>Whether φ has a term <see cref="LogarithmWeight"/> * log(1 + u) with u from 0 to 1, as softplus has: a sum of such terms is one logarithm of a product.</summary>
    static abstract bool HasLogarithm { get; }

    /// <summary>Whether φ(t) = φ(0) + φ' t with a number φ', as of a critic's loss.</summary>
    static virtual bool HasConstantSlope => false;

    /// <summary>The factor of that term, the same for every logit; 0 where there is none.</summary>
    double LogarithmWeight { get; }

    /// <summary>φ(t) = loss + <see cref="LogarithmWeight"/> * log(1 + unit), and φ'(t).</summary>
    /// <param name="t">Logits.</param>
    /// <param name="loss">What of φ is no such logarithm.</param>
    /// <param name="unit">u, from 0 to 1; 0 where there is no such term.</param>
    /// <param name="slope">φ'(t), at a kink as autograd has it of <see cref="Loss"/>.</param>
    void Evaluate<T>(T t, out T loss, out T unit, out T slope)
        where T : struct, ILanes<T>;

    /// <summary>φ of each logit by tensor operations: the logits' shape and dtype, and their graph.</summary>
    Tensor Loss(Tensor logit);

    /// <summary>φ' of each logit, likewise.</summary>
    Tensor Slope(Tensor logit);
}
