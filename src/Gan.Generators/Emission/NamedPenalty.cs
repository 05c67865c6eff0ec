using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Penalties;

namespace Gan.Generators.Emission;

/// <summary>One penalty of an objective under the name it has there.</summary>
/// <param name="Number">What tells a second one of a kind from the first, as part of its names.</param>
internal sealed record NamedPenalty(Penalty Penalty, string Number)
{
    public string Name => Penalty.Name + Number;

    /// <summary>The method that evaluates it.</summary>
    public string Method => Penalty.Method + Number;

    /// <summary>The parameters of its method.</summary>
    public string Parameters => string.Join(", ", [
        .. Penalty.IsOfGenerator ? Enumerable.Empty<string>() : [$"{TypeNames.Discriminator} discriminator"],
        .. Penalty.Points.Select(static point => $"{(point == Penalty.BatchPoint ? TypeNames.GeneratedBatch : TypeNames.Tensor)} {point}")]);

    /// <summary>Those of one player's loss.</summary>
    public static IEnumerable<NamedPenalty> Of(ObjectiveDeclaration declaration, bool generator)
        => All(declaration).Where(penalty => penalty.Penalty.IsOfGenerator == generator);

    public static IEnumerable<NamedPenalty> All(ObjectiveDeclaration declaration)
    {
        var seen = new Dictionary<string, int>();
        foreach (var penalty in declaration.Penalties)
        {
            seen[penalty.Name] = seen.TryGetValue(penalty.Name, out var count) ? count + 1 : 1;
            yield return new(penalty, seen[penalty.Name] == 1 ? "" : Numbers.Text(seen[penalty.Name]));
        }
    }
}
