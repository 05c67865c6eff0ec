using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>The pass over logits that computes loss and gradient together, for one width of lanes.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TElement">The logits' type.</typeparam>
/// <typeparam name="TSum">Adds up lanes.</typeparam>
/// <typeparam name="TFormula">The loss of a logit.</typeparam>
/// <typeparam name="TKind">What is a logit.</typeparam>
internal static unsafe class LossPass<T, TElement, TSum, TFormula, TKind>
    where T : struct, ILanes<T>, ILaneMemory<T, TElement>
    where TElement : unmanaged
    where TSum : struct, ILaneSum<T>
    where TFormula : struct, ILossFormula
    where TKind : struct, ILogitKind
{
    /// <summary>All whole groups of lanes from an element on.</summary>
    /// <param name="formula">φ.</param>
    /// <param name="memory">What is read and written.</param>
    /// <param name="next">The first element; afterwards the first of those that are left.</param>
    /// <param name="end">Where to stop.</param>
    public static LossSums Run(TFormula formula, in LossMemory memory, ref long next, long end)
    {
        var sums = default(LossSums);
        while (end - next >= T.Count)
        {
            var block = Math.Min(end - next, ILaneSum<T>.MaxFactors * T.Count);
            block -= block % T.Count;
            sums += memory.IsByElement ? ByElement(formula, memory, (nint)next, (nint)(next + block)) : Reduced(formula, memory, (nint)next, (nint)(next + block));
            next += block;
        }

        return sums;
    }

    /// <summary>The sum of the losses of a block, and the gradient: four groups of lanes at a time, and one logarithm of a product for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LossSums Reduced(TFormula formula, in LossMemory memory, nint start, nint end)
    {
        var from = new Source(memory);
        var (factor, quarter) = (T.All(memory.GradientFactor), T.All(0.25));
        var (losses, slopes) = (default(TSum), default(TSum));
        var i = start;
        for (; i <= end - 4 * T.Count; i += 4 * T.Count)
        {
            formula.Evaluate(from.Load(i), out var loss0, out var unit0, out var slope0);
            from.Store(slope0 * factor, i);
            formula.Evaluate(from.Load(i + T.Count), out var loss1, out var unit1, out var slope1);
            from.Store(slope1 * factor, i + T.Count);
            formula.Evaluate(from.Load(i + 2 * T.Count), out var loss2, out var unit2, out var slope2);
            from.Store(slope2 * factor, i + 2 * T.Count);
            formula.Evaluate(from.Load(i + 3 * T.Count), out var loss3, out var unit3, out var slope3);
            from.Store(slope3 * factor, i + 3 * T.Count);

            // Quarters: four of the largest losses would overflow.
            losses.Add(T.MultiplyAdd(loss0, quarter, loss1 * quarter) + T.MultiplyAdd(loss2, quarter, loss3 * quarter));
            if (TFormula.HasLogarithm)
                losses.Multiply(Both(Both(unit0, unit1), Both(unit2, unit3)));
            if (TKind.IsShifted)
                slopes.Add(slope0 + slope1 + (slope2 + slope3));
        }

        for (; i < end; i += T.Count)
        {
            formula.Evaluate(from.Load(i), out var loss, out var unit, out var slope);
            from.Store(slope * factor, i);
            losses.Add(loss * quarter);
            if (TFormula.HasLogarithm)
                losses.Multiply(unit);
            if (TKind.IsShifted)
                slopes.Add(slope);
        }

        var total = 4 * losses.Total();
        if (TFormula.HasLogarithm)
            total += formula.LogarithmWeight * losses.TakeLogarithms();
        return new(total, TKind.IsShifted ? slopes.Total() : 0);
    }

    /// <summary>Each loss by itself: with its weight, under the mask, or to be kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LossSums ByElement(TFormula formula, in LossMemory memory, nint start, nint end)
    {
        var from = new Source(memory);
        var (weights, mask, kept) = (memory.Weights, memory.Mask, memory.Losses);
        var (factor, lossFactor, logarithm, zero) = (T.All(memory.GradientFactor), T.All(memory.LossFactor), T.All(formula.LogarithmWeight), T.All(0));
        var (losses, slopes) = (default(TSum), default(TSum));
        for (var i = start; i < end; i += T.Count)
        {
            var t = from.Load(i);
            // Whatever is masked, NaN too, is read as 0.
            if (mask != 0)
                t = T.LoadWhere(ref *(byte*)mask, i, t, zero);
            formula.Evaluate(t, out var loss, out var unit, out var slope);
            if (TFormula.HasLogarithm)
                loss = T.MultiplyAdd(logarithm, T.Log1pOfUnit(unit), loss);
            if (weights != 0)
            {
                var weight = T.Load(ref *(TElement*)weights, i);
                (loss, slope) = (loss * weight, slope * weight);
            }

            if (mask != 0)
                (loss, slope) = (T.LoadWhere(ref *(byte*)mask, i, loss, zero), T.LoadWhere(ref *(byte*)mask, i, slope, zero));
            if (kept != 0)
                T.Store(loss * lossFactor, ref *(TElement*)kept, i);
            from.Store(slope * factor, i);
            losses.Add(loss);
            if (TKind.IsShifted)
                slopes.Add(slope);
        }

        return new(losses.Total(), TKind.IsShifted ? slopes.Total() : 0);
    }

    /// <summary>(1 + x)(1 + y) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Both(T x, T y) => T.MultiplyAdd(x, y, x + y);

    /// <summary>Where logits are read and gradients written.</summary>
    private readonly struct Source(in LossMemory memory)
    {
        private readonly TElement* logits = (TElement*)memory.Logits;
        private readonly TElement* others = (TElement*)memory.Others;
        private readonly TElement* gradient = (TElement*)memory.Gradient;
        private readonly TElement* otherGradient = (TElement*)memory.OtherGradient;
        private readonly T shift = T.All(memory.Shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Load(nint i)
        {
            var t = T.Load(ref *logits, i);
            if (TKind.IsDifference)
                t -= T.Load(ref *others, i);
            if (TKind.IsShifted)
                t -= shift;
            return t;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(T slope, nint i)
        {
            if (gradient != null)
                T.Store(slope, ref *gradient, i);
            if (TKind.IsDifference && otherGradient != null)
                T.Store(-slope, ref *otherGradient, i);
        }
    }
}
