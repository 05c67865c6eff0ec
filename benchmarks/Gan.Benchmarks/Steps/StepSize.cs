namespace Gan.Benchmarks;

/// <summary>Pictures and how many of them a step takes.</summary>
internal sealed record StepSize(string Name, int Channels, int Side, int Batch)
{
    public static IReadOnlyList<StepSize> All { get; } = [new("28x28", Channels: 1, Side: 28, Batch: 64), new("64x64", Channels: 3, Side: 64, Batch: 16)];

    public static StepSize Of(string name) => All.FirstOrDefault(size => size.Name == name)
        ?? throw new ArgumentException($"There is no size '{name}': there are {string.Join(", ", All.Select(static size => size.Name))}.", nameof(name));
}
