namespace Gan.Experiments.Tests.Support;

/// <summary>Reads samples as arrays.</summary>
internal static class SampleValues
{
    /// <summary>The values of one sample.</summary>
    public static float[] Of(GanData data, int index) => Of(data, [index]);

    /// <summary>The values of some samples, one after the other.</summary>
    public static float[] Of(GanData data, int[] indices)
    {
        using var samples = data.Samples(indices);
        return samples.data<float>().ToArray();
    }

    /// <summary>The classes of all samples.</summary>
    public static long[] Labels(GanData data)
    {
        using var labels = data.Labels([.. Enumerable.Range(0, data.Count)]);
        return labels!.data<long>().ToArray();
    }
}
