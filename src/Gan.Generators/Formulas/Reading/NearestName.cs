namespace Gan.Generators.Formulas.Reading;

/// <summary>The known name a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The nearest candidate, or null if none is near: a third of the letters may be wrong, at least one.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var best = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase) ? 0
                : Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance >= best || distance >= candidate.Length) continue;
            best = distance;
            nearest = candidate;
        }

        return nearest;
    }

    /// <summary>Damerau–Levenshtein (optimal string alignment): insertions, deletions, substitutions, exchanges of neighbours.</summary>
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(substitution, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
