using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Reductions with weights and masks of all kinds, and tensors to write gradients into.</summary>
internal static class ReductionValues
{
    public static ValueSet Reductions() => new(
        [
            new("mean", _ => LossReduction.Mean),
            new("none", _ => LossReduction.None),
            new("weighted and masked", _ => new LossReduction(nn.Reduction.Sum) { Weights = ones(3, 2), Mask = ones(3, 2, dtype: ScalarType.Bool) }),
        ],
        [
            ValueSet.Null,
            .. TensorValues.Hostile.Select(tensor => new Value($"weights {tensor.Name}", scene => new LossReduction(nn.Reduction.Mean) { Weights = (Tensor?)tensor.Make(scene) }, tensor.IsSane)),
            .. TensorValues.Hostile.Select(tensor => new Value($"mask {tensor.Name}", scene => new LossReduction(nn.Reduction.None) { Mask = (Tensor?)tensor.Make(scene) }, tensor.IsSane)),
            new("a mask of nothing", _ => new LossReduction(nn.Reduction.Mean) { Mask = zeros(3, 2, dtype: ScalarType.Bool) }),
            new("learning weights", _ => new LossReduction(nn.Reduction.Mean) { Weights = ones(3, 2).requires_grad_(true) }),
            new("negative weights", _ => new LossReduction(nn.Reduction.Sum) { Weights = ones(3, 2).neg() }),
        ]);

    public static ValueSet Gradients() => new(
        // The loss of a fresh one is NaN, as its documentation says.
        [new("filled", scene => Filled(scene, randn(3, 2))), new("fresh", scene => scene.Own(new LogitGradients()), IsSane: false)],
        [
            ValueSet.Null,
            new("disposed", Disposed),
            new("filled from doubles", scene => Filled(scene, randn(3, 2, dtype: ScalarType.Float64))),
            new("filled from a transposed tensor", scene => Filled(scene, randn(2, 3).t())),
            new("filled from another shape", scene => Filled(scene, randn(5))),
            new("filled, its gradient disposed", scene => DisposedInside(Filled(scene, randn(3, 2)))),
        ]);

    private static LogitGradients Filled(Scene scene, Tensor logits)
    {
        var gradients = scene.Own(new LogitGradients());
        new NonSaturating().DiscriminatorGradients(logits.requires_grad_(true), logits.mul(2), gradients);
        return gradients;
    }

    private static LogitGradients Disposed(Scene scene)
    {
        var gradients = Filled(scene, randn(3, 2));
        gradients.Dispose();
        return gradients;
    }

    private static LogitGradients DisposedInside(LogitGradients gradients)
    {
        gradients.Real!.Dispose();
        return gradients;
    }
}
