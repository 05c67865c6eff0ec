using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Losses of t = D(G(z)) - D(x), for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RelativisticPairLoss
{
    /// <summary>weight times the reduction of φ of each pair.</summary>
    public static Tensor Of<TFormula>(TFormula formula, Tensor realLogits, Tensor fakeLogits, LossReduction reduction, LossPath path, double weight = 1)
        where TFormula : struct, ILossFormula => throw new NotImplementedException();

    /// <summary>The mean of φ over the pairs, and its gradient in both sides.</summary>
    public static void Gradients<TFormula>(TFormula formula, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
        where TFormula : struct, ILossFormula => throw new NotImplementedException();
}
