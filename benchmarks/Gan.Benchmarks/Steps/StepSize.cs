namespace Gan.Benchmarks;

/// <summary>Pictures and how many of them a step takes, and the channels of the layer next to the pictures, of which the others have multiples.</summary>
internal sealed record StepSize(string Name, int Channels, int Side, int Batch, int Width)
{
    public static IReadOnlyList<StepSize> All { get; } =
    [
        new("28x28", Channels: 1, Side: 28, Batch: 64, Width: 32),
        new("64x64", Channels: 3, Side: 64, Batch: 16, Width: 32),
        new("dcgan", Channels: 3, Side: 64, Batch: 64, Width: 64),
    ];

    /// <summary>What is measured unless something else is asked for: on a GPU the size that DCGAN's tutorial has.</summary>
    public static IEnumerable<string> Usual
    {
        get
        {
            foreach (var size in All.Where(static size => size.Name == "dcgan" == BenchmarkDevice.IsGpu))
                yield return size.Name;
        }
    }

    public static StepSize Of(string name) => All.FirstOrDefault(size => size.Name == name)
        ?? throw new ArgumentException($"There is no size '{name}': there are {string.Join(", ", All.Select(static size => size.Name))}.", nameof(name));
}
