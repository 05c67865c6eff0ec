namespace Gan.Runtime.Backend;

/// <summary>A layer's output y, and the gradients of <c>sum(g · y)</c> in its input and weight for an output gradient g.</summary>
internal sealed record LayerValues(float[] Output, float[] InputGradient, float[] WeightGradient)
{
    // Right kernels leave 0, or float rounding where they transform the samples first; wrong ones more than a hundredth.
    private const double Tolerance = 1e-4;

    /// <summary>The first of the three that is wrong; null where all are right.</summary>
    /// <param name="right">The right values.</param>
    /// <param name="layer">Whose they are.</param>
    public WrongLayer? Compare(LayerValues right, CheckedLayer layer) =>
        Compare(Output, right.Output, layer, "output")
        ?? Compare(InputGradient, right.InputGradient, layer, "input gradient")
        ?? Compare(WeightGradient, right.WeightGradient, layer, "weight gradient");

    private static WrongLayer? Compare(float[] values, float[] right, CheckedLayer layer, string what)
    {
        double difference = 0, size = 0;
        for (var i = 0; i < right.Length; i++)
        {
            difference += Math.Pow(values[i] - right[i], 2);
            size += Math.Pow(right[i], 2);
        }

        var error = Math.Sqrt(difference / size);
        // NaN is wrong too.
        return error <= Tolerance ? null : new(layer, what, error);
    }
}
