using Gan.Runtime.Checks;

namespace Gan.Experiments.Data;

/// <summary>Collects what cannot be used and applies the policy to it.</summary>
internal sealed class BadData(string set, BadDataPolicy policy)
{
    private readonly BadDataPolicy policy = Ranges.Defined(policy, nameof(policy));
    private readonly List<SkippedData> skipped = [];

    public IReadOnlyList<SkippedData> Skipped => skipped;

    /// <exception cref="InvalidDataException">The policy refuses bad data.</exception>
    public void Add(string path, int? line, string reason)
    {
        var bad = new SkippedData(path, line, reason);
        if (policy == BadDataPolicy.Refuse)
            throw new InvalidDataException($"{bad}. Fix or remove it, or use {nameof(BadDataPolicy)}.{nameof(BadDataPolicy.Skip)}, which leaves it out and lists it.");
        skipped.Add(bad);
    }

    /// <exception cref="InvalidDataException">There are no samples.</exception>
    public void CheckLeft(int count, string what)
    {
        if (count > 0)
            return;
        throw new InvalidDataException(skipped is [var first, ..]
            ? $"{set} cannot be used: none of its {what}s is valid. {skipped.Count} are not, and the first is {first}."
            : $"{set} cannot be used: it contains no {what}.");
    }
}
