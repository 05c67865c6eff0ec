namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>The values for one kind of parameter.</summary>
/// <param name="Good">What the parameter is meant for. The first stands in where another parameter is tried.</param>
/// <param name="Hostile">What it is not meant for.</param>
internal sealed record ValueSet(IReadOnlyList<Value> Good, IReadOnlyList<Value> Hostile)
{
    public static readonly Value Null = new("null", _ => null);

    public IEnumerable<Value> All => Good.Concat(Hostile);
}
