using System.Numerics;

namespace Gan.Runtime.Kernels;

/// <summary>The greatest, the least and the middle ones of elements in memory, and shares of a number for the elements that are equal to one.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
internal static unsafe class ElementOrder<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static double Greatest(in LossMemory memory) => double.CreateTruncating(Extreme(memory, T.NegativeInfinity, Vector.Max, T.Max));

    public static double Least(in LossMemory memory) => double.CreateTruncating(Extreme(memory, T.PositiveInfinity, Vector.Min, T.Min));

    /// <summary>The middle element twice, or the two in the middle; NaN if one of the elements is.</summary>
    public static (double Low, double High) Middle(in LossMemory memory)
    {
        var sorted = Counted(memory);
        Array.Sort(sorted);
        // NaN comes first.
        return T.IsNaN(sorted[0]) ? (double.NaN, double.NaN) : (double.CreateTruncating(sorted[(sorted.Length - 1) / 2]), double.CreateTruncating(sorted[sorted.Length / 2]));
    }

    /// <summary>Adds a number to the shares of the elements that are equal to a value, to each the same part of it.</summary>
    public static void AddShares(in LossMemory memory, double value, double number, nint shares)
    {
        var elements = new Elements(memory);
        var result = new Span<T>((void*)shares, elements.Count);
        var (target, count) = (T.CreateTruncating(value), 0);
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements.Counts(i) && elements[i] == target)
                count++;
        }

        var share = T.CreateTruncating(number / count);
        // Of a NaN, which nothing is equal to, every share is NaN.
        if (count == 0)
            result.Fill(T.NaN);
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements.Counts(i) && elements[i] == target)
                result[i] += share;
        }
    }

    private static T Extreme(in LossMemory memory, T start, Func<Vector<T>, Vector<T>, Vector<T>> ofVectors, Func<T, T, T> ofTwo)
    {
        var elements = new Elements(memory);
        var (best, i) = (start, 0);
        if (memory.Mask == 0)
        {
            var lanes = new Vector<T>(start);
            for (; i <= elements.Count - Vector<T>.Count; i += Vector<T>.Count)
                lanes = ofVectors(lanes, elements.Lanes(i));
            for (var lane = 0; lane < Vector<T>.Count; lane++)
                best = ofTwo(best, lanes[lane]);
        }

        for (; i < elements.Count; i++)
        {
            if (elements.Counts(i))
                best = ofTwo(best, elements[i]);
        }

        return best;
    }

    private static T[] Counted(in LossMemory memory)
    {
        var elements = new Elements(memory);
        var counted = new List<T>(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements.Counts(i))
                counted.Add(elements[i]);
        }

        return [.. counted];
    }

    /// <summary>The elements, and which of them count.</summary>
    private readonly struct Elements(in LossMemory memory)
    {
        private readonly T* first = (T*)memory.Logits;
        private readonly byte* mask = (byte*)memory.Mask;

        public int Count { get; } = (int)memory.Count;

        public T this[int i] => first[i];

        public bool Counts(int i) => mask == null || mask[i] != 0;

        public Vector<T> Lanes(int i) => Vector.Load(first + i);
    }
}
