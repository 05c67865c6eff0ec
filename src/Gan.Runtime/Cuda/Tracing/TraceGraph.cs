namespace Gan.Runtime.Cuda.Tracing;

/// <summary>One operation of a graph.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Number">Of a constant or a limit; of a coefficient its place among them.</param>
/// <param name="Operands">To which values, by their places: all before this one.</param>
internal sealed record TraceStep(Operation Operation, double Number, IReadOnlyList<int> Operands)
{
    public bool IsSameAs(TraceStep other) =>
        Operation == other.Operation && BitConverter.DoubleToInt64Bits(Number) == BitConverter.DoubleToInt64Bits(other.Number) && Operands.SequenceEqual(other.Operands);
}

/// <summary>A traced computation in the order in which it can be done. The same operation on the same values stands in it once; each coefficient that was asked for stands for itself, whatever its value.</summary>
internal sealed class TraceGraph
{
    private readonly List<TraceStep> steps = [];
    private readonly List<double> coefficients = [];
    private readonly Dictionary<TracedValue, int> placeOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Operation Operation, long Number, int First, int Second, int Third, int Fourth), int> placeOfStep = [];

    /// <param name="outputs">What is computed.</param>
    public TraceGraph(params ReadOnlySpan<TracedValue?> outputs)
    {
        var places = new int[outputs.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = Add(outputs[i] ?? TracedValue.Zero);
        Outputs = places;
    }

    public IReadOnlyList<TraceStep> Steps => steps;

    /// <summary>The places of what is computed.</summary>
    public IReadOnlyList<int> Outputs { get; }

    /// <summary>The values that the coefficients had.</summary>
    public IReadOnlyList<double> Coefficients => coefficients;

    /// <summary>Whether the other computes the same, with whatever coefficients.</summary>
    public bool IsSameAs(TraceGraph other) =>
        Outputs.SequenceEqual(other.Outputs) && steps.Count == other.steps.Count
        && steps.Zip(other.steps).All(static pair => pair.First.IsSameAs(pair.Second));

    private int Add(TracedValue value)
    {
        if (placeOf.TryGetValue(value, out var known))
            return known;
        var operands = new int[value.Operands.Count];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = Add(value.Operands[i]);
        var number = value.Number;
        if (value.Operation == Operation.Coefficient)
        {
            number = coefficients.Count;
            coefficients.Add(value.Number);
        }

        int At(int i) => i < operands.Length ? operands[i] : -1;
        // By the bits: 0 and -0 are two numbers.
        var key = (value.Operation, BitConverter.DoubleToInt64Bits(number), At(0), At(1), At(2), At(3));
        if (!placeOfStep.TryGetValue(key, out var place))
        {
            placeOfStep.Add(key, place = steps.Count);
            steps.Add(new(value.Operation, number, operands));
        }

        placeOf.Add(value, place);
        return place;
    }
}
