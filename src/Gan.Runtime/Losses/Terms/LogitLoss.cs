using System.ComponentModel;
using Gan.Runtime.Cuda.Tracing;
using Gan.Runtime.Kernels;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the loss φ of one logit, for generated code. It hides the type of a formula, with one virtual call per batch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LogitLoss
{
    private protected LogitLoss()
    {
    }

    /// <summary>Whether φ is a line.</summary>
    internal abstract bool HasConstantSlope { get; }

    /// <summary>φ(0) and φ'(0): all of a line.</summary>
    internal abstract (double Value, double Slope) AtZero { get; }

    /// <summary>Creates a loss from its formula.</summary>
    /// <typeparam name="TFormula">The type of the formula.</typeparam>
    /// <param name="formula">The formula φ, with the values of its hyperparameters.</param>
    /// <returns>The loss.</returns>
    public static LogitLoss Of<TFormula>(TFormula formula)
        where TFormula : struct, ILossFormula => new LogitLoss<TFormula>(formula);

    /// <summary>φ as a graph, from which kernels for other devices are written.</summary>
    internal abstract FormulaTrace Trace { get; }

    /// <summary>Whether autograd differentiates <see cref="Loss"/> to <see cref="Slope"/>, also of large logits.</summary>
    internal abstract bool HasFaithfulGraph { get; }

    /// <summary>The pass over logits t.</summary>
    internal abstract LossSums OfLogits(in LossMemory memory, ScalarType type);

    /// <summary>The pass over differences of logits.</summary>
    internal abstract LossSums OfDifferences(in LossMemory memory, ScalarType type);

    /// <summary>The pass over logits less a number.</summary>
    internal abstract LossSums OfShifted(in LossMemory memory, ScalarType type);

    /// <summary>φ of each logit by tensor operations.</summary>
    internal abstract Tensor Loss(Tensor logits);

    /// <summary>φ' of each logit by tensor operations.</summary>
    internal abstract Tensor Slope(Tensor logits);
}

/// <summary>The same of one formula, which the JIT compiles into the pass.</summary>
internal sealed class LogitLoss<TFormula>(TFormula formula) : LogitLoss
    where TFormula : struct, ILossFormula
{
    internal override bool HasConstantSlope => TFormula.HasConstantSlope;

    internal override (double Value, double Slope) AtZero
    {
        get
        {
            formula.Evaluate(Double1.All(0), out var value, out _, out var slope);
            return (SumOf(value), SumOf(slope));
        }
    }

    internal override FormulaTrace Trace => FormulaTrace.Of(formula);

    internal override bool HasFaithfulGraph => FaithfulGraph<TFormula>.Of(formula);

    internal override LossSums OfLogits(in LossMemory memory, ScalarType type) => LossKernel.Run<TFormula, PlainLogit>(formula, memory, type);

    internal override LossSums OfDifferences(in LossMemory memory, ScalarType type) => LossKernel.Run<TFormula, LogitDifference>(formula, memory, type);

    internal override LossSums OfShifted(in LossMemory memory, ScalarType type) => LossKernel.Run<TFormula, ShiftedLogit>(formula, memory, type);

    internal override Tensor Loss(Tensor logits) => formula.Loss(logits);

    internal override Tensor Slope(Tensor logits) => formula.Slope(logits);

    // A function of the lanes' interface is reached by a type parameter only.
    private static double SumOf<T>(T lanes)
        where T : struct, IDoubleLanes<T> => T.Sum(lanes);
}
