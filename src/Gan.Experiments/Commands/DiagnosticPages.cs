using System.Reflection;

namespace Gan.Experiments.Commands;

/// <summary>The pages of the compiler's messages, which lie in this assembly: they are read without a network.</summary>
internal static class DiagnosticPages
{
    private const string Prefix = "Gan.Experiments.GAN", Suffix = ".md";

    private static readonly Assembly Owner = typeof(DiagnosticPages).Assembly;

    private static readonly string[] Ids =
    [
        .. Owner.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(static name => name["Gan.Experiments.".Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All messages, a line each: the number and the title.</summary>
    public static string Titles => string.Join(Environment.NewLine, Ids.Select(static id => Read(id).Split('\n')[0].TrimStart('#', ' ')));

    /// <summary>The page of a message, in Markdown.</summary>
    /// <param name="id">Its number, as GAN073, gan073 or 73.</param>
    /// <exception cref="UsageException">There is no such message.</exception>
    public static string Of(string id)
    {
        var number = id.StartsWith("GAN", StringComparison.OrdinalIgnoreCase) ? id[3..] : id;
        var full = "GAN" + number.PadLeft(3, '0');
        return Ids.Contains(full) ? Read(full).TrimEnd() : throw new UsageException($"There is no message {id}. They are {Ids[0]} to {Ids[^1]}: explain without a number lists them.");
    }

    private static string Read(string id)
    {
        using var reader = new StreamReader(Owner.GetManifestResourceStream($"Gan.Experiments.{id}{Suffix}")!);
        return reader.ReadToEnd().ReplaceLineEndings();
    }
}
