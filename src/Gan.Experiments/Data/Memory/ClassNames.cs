namespace Gan.Experiments.Data.Memory;

/// <summary>The classes of labels that a file gives as numbers.</summary>
internal static class ClassNames
{
    /// <summary>The largest label without names: what is above is no class but a mistake, such as another column.</summary>
    public const int Largest = 65_535;

    /// <exception cref="ArgumentException">There are no names in the list, or one is empty.</exception>
    public static IReadOnlyList<string>? Checked(IReadOnlyList<string>? names, string parameterName)
    {
        if (names is null)
            return null;
        if (names.Count == 0 || names.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Name each class, or pass null to call the classes by their numbers.", parameterName);
        return [.. names];
    }

    /// <summary>The largest label that is allowed.</summary>
    public static int Limit(IReadOnlyList<string>? names) => names is null ? Largest : names.Count - 1;

    /// <summary>The given names, or the numbers up to the largest label.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string>? names, int[]? labels) =>
        labels is null ? [] : names ?? [.. Enumerable.Range(0, labels.Max() + 1).Select(label => $"{label}")];
}
