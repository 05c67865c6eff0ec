namespace Gan.Runtime.Backend;

/// <summary>
/// What a layer of the check is given: multiples of 1/64 below 1, of both signs and no two neighbours alike. Their products and the layer's sums of them are exact in float32, in whatever order.
/// </summary>
internal sealed record LayerSamples(float[] Input, float[] Weight, float[] OutputGradient)
{
    public static LayerSamples Of(CheckedLayer layer) => new(
        Numbers(layer.Batch * layer.Inputs * layer.Volume(layer.Size), seed: 1),
        Numbers(layer.Inputs * layer.Outputs * layer.Volume(layer.Kernel), seed: 2),
        Numbers(layer.Batch * layer.Outputs * layer.Volume(layer.OutputSize), seed: 3));

    // No random generator is touched.
    private static float[] Numbers(int count, int seed)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
            numbers[i] = (((i + (31 * seed)) * 37 % 101) - 50) / 64f;
        return numbers;
    }
}
