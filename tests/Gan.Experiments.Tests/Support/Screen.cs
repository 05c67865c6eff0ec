using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gan.Experiments.Tests.Support;

/// <summary>A terminal of endless height: what is on it after text with control sequences was written to it.</summary>
internal sealed partial class Screen
{
    private readonly List<StringBuilder> lines = [new()];
    private int row, column;

    private Screen()
    {
    }

    /// <summary>The lines, without blanks at their ends and without empty lines at the end.</summary>
    public static string[] Of(string text)
    {
        var screen = new Screen();
        foreach (Match match in Tokens().Matches(text))
        {
            if (match.Groups["command"] is { Success: true } command)
                screen.Do(command.ValueSpan[0], match.Groups["number"].ValueSpan);
            else
                screen.Put(match.ValueSpan[0]);
        }

        return [.. screen.lines.Select(static line => line.ToString().TrimEnd()).Reverse().SkipWhile(static line => line.Length == 0).Reverse()];
    }

    private void Do(char command, ReadOnlySpan<char> number)
    {
        // A terminal takes 0 for 1.
        var count = Math.Max(1, int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0);
        switch (command)
        {
            case 'A':
                row = Math.Max(0, row - count);
                break;
            case 'K':
                Assert.Equal("2", number.ToString());
                lines[row].Clear();
                break;
            // Colours, and the cursor's looks.
            case 'm' or 'h' or 'l':
                break;
            default:
                Assert.Fail($"The screen does not know the sequence {command}.");
                break;
        }
    }

    private void Put(char character)
    {
        switch (character)
        {
            case '\r':
                column = 0;
                return;
            case '\n':
                (row, column) = (row + 1, 0);
                if (row == lines.Count)
                    lines.Add(new());
                return;
        }

        var line = lines[row];
        if (line.Length <= column)
            line.Append(' ', column + 1 - line.Length);
        line[column++] = character;
    }

    [GeneratedRegex(@"\e\[\??(?<number>[\d;]*)(?<command>[A-Za-z])|.", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tokens();
}
