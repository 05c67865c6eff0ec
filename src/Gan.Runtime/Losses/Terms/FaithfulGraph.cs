using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>Whether autograd's gradient of a formula's tensor operations is its slope: at kinks, and of logits so large that an operation on the way overflows. It is tried once for a formula, on the CPU.</summary>
internal static class FaithfulGraph<TFormula>
    where TFormula : struct, ILossFormula
{
    private static readonly double[] Logits = [-1e30, -1e4, -200, -50, -10, -3, -2, -1, -0.5, -1e-4, 0, 1e-4, 0.5, 1, 2, 3, 10, 50, 200, 1e4, 1e30, double.NaN];

    private static volatile Verdict? last;

    public static bool Of(TFormula formula)
    {
        if (last is not { } known || !EqualityComparer<TFormula>.Default.Equals(known.Formula, formula))
            last = known = new(formula, Try(formula));
        return known.IsFaithful;
    }

    private static bool Try(TFormula formula)
    {
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        var logits = tensor(Logits, ScalarType.Float32).requires_grad_(true);
        var loss = formula.Loss(logits);
        if (!loss.requires_grad)
            return false;
        loss.sum().backward();
        return HostRead.IsTrue(logits.grad!.isclose(formula.Slope(logits.detach()), 1e-5, 1e-7, true).all());
    }

    private sealed record Verdict(TFormula Formula, bool IsFaithful);
}
