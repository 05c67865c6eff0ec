namespace Gan.Experiments;

/// <summary>Specifies what to do with a row or file that cannot be used.</summary>
public enum BadDataPolicy
{
    /// <summary>The data set throws an exception that names the row or file.</summary>
    Refuse,

    /// <summary>The data set leaves the row or file out and lists it in <see cref="GanData.Skipped"/>. It throws an exception if nothing is left.</summary>
    Skip,
}
