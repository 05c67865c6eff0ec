using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Losses of objectives that take each logit by itself, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SeparateLoss
{
    /// <summary>weight times the reduction of φ of each logit.</summary>
    public static Tensor Of<TFormula>(TFormula formula, Tensor logits, string parameterName, LossReduction reduction, LossPath path, double weight = 1)
        where TFormula : struct, ILossFormula => throw new NotImplementedException();

    /// <summary>The reduced losses of real and of fake logits, added.</summary>
    public static Tensor OfBoth<TReal, TFake>(TReal real, TFake fake, Tensor realLogits, LossReduction realReduction, Tensor fakeLogits, LossReduction fakeReduction, LossPath path)
        where TReal : struct, ILossFormula
        where TFake : struct, ILossFormula => throw new NotImplementedException();

    /// <summary>The mean of φ over the fake logits, and its gradient in them.</summary>
    public static void Gradients<TFormula>(TFormula formula, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
        where TFormula : struct, ILossFormula => throw new NotImplementedException();

    /// <summary>The means over real and fake logits, added, and the gradient in both.</summary>
    public static void GradientsOfBoth<TReal, TFake>(TReal real, TFake fake, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients)
        where TReal : struct, ILossFormula
        where TFake : struct, ILossFormula => throw new NotImplementedException();
}
