namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>A value for a parameter.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Make">The value, new for each call. Its tensors belong to the scene's scope.</param>
/// <param name="IsSane">Whether what is computed with it must be a number: it holds no NaN, no infinity and nothing at the limits of its type.</param>
/// <param name="IsMeaningless">Whether no method can have a use for it.</param>
internal sealed record Value(string Name, Func<Scene, object?> Make, bool IsSane = true, bool IsMeaningless = false);

/// <summary>The values for one kind of parameter.</summary>
/// <param name="Good">What the parameter is meant for. The first stands in where another parameter is tried.</param>
/// <param name="Hostile">What it is not meant for.</param>
internal sealed record ValueSet(IReadOnlyList<Value> Good, IReadOnlyList<Value> Hostile)
{
    public static readonly Value Null = new("null", _ => null);

    public IEnumerable<Value> All => Good.Concat(Hostile);
}
