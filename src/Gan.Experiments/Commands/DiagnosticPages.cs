using System.Reflection;
using System.Text.RegularExpressions;

namespace Gan.Experiments.Commands;

/// <summary>The pages of the messages of the compiler and of the build. This assembly contains them, so that they are read without a network.</summary>
internal static partial class DiagnosticPages
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
    /// <param name="id">Its id, such as GAN073 or GANBUILD002, in any case, or the number of a compiler's message, such as 73.</param>
    /// <exception cref="UsageException">There is no such message.</exception>
    public static string Of(string id)
    {
        var number = id.StartsWith("GAN", StringComparison.OrdinalIgnoreCase) ? id[3..] : id;
        var full = "GAN" + number.PadLeft(3, '0').ToUpperInvariant();
        return Ids.Contains(full) ? Read(full).TrimEnd() : throw new UsageException($"There is no message {id}. 'explain' without an id lists all messages.");
    }

    // A comment of Markdown says how the block below it is tested.
    [GeneratedRegex("^<!-- .* -->\n", RegexOptions.Multiline)]
    private static partial Regex Remark();

    private static string Read(string id)
    {
        using var reader = new StreamReader(Owner.GetManifestResourceStream($"Gan.Experiments.{id}{Suffix}")!);
        return Remark().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), "").ReplaceLineEndings();
    }
}
