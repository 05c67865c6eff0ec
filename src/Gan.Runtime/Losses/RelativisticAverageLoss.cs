using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Losses of each logit less the mean of the other side, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RelativisticAverageLoss
{
    /// <summary>weight times the sum of both sides' reduced losses.</summary>
    public static Tensor Of<TReal, TFake>(
        TReal ofReal, TFake ofFake, Tensor realLogits, LossReduction realReduction, Tensor fakeLogits, LossReduction fakeReduction, LossPath path, double weight = 1)
        where TReal : struct, ILossFormula
        where TFake : struct, ILossFormula => throw new NotImplementedException();

    /// <summary>The means over both sides, added, and the gradient in both.</summary>
    public static void Gradients<TReal, TFake>(TReal ofReal, TFake ofFake, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
        where TReal : struct, ILossFormula
        where TFake : struct, ILossFormula => throw new NotImplementedException();
}
