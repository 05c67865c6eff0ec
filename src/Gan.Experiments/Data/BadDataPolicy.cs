namespace Gan.Experiments;

/// <summary>What to do with a row or file that cannot be used.</summary>
public enum BadDataPolicy
{
    /// <summary>Refuse the whole set, naming it.</summary>
    Refuse,

    /// <summary>Leave it out and list it in <see cref="GanData.Skipped"/>. A set of which nothing is left is refused.</summary>
    Skip,
}
