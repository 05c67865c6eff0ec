namespace Gan.Generators.Tests.Published;

/// <summary>Everything published that the tests know, in families.</summary>
internal static class Literature
{
    public static readonly IReadOnlyList<(string Title, IReadOnlyList<PublishedObjective> Objectives)> Families =
    [
        ("Classifiers", Classifiers.All),
        ("Classifiers and critics whose gradient is penalised or limited", Penalised.All),
        ("Relativistic discriminators", Relativistic.All),
        ("Energies", Energies.All),
        ("f-divergences", Divergences.All),
        ("Statistics of batches", Batches.All),
    ];

    public static IReadOnlyList<PublishedObjective> Objectives { get; } = [.. Families.SelectMany(static family => family.Objectives)];
}
