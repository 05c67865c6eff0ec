namespace Gan.Experiments.Reports.Markup;

/// <summary>The tokens of a formula in LaTeX: commands, numbers, single signs, and the words that some commands take.</summary>
internal static class LatexTokens
{
    public static List<string> Of(string latex)
    {
        var tokens = new List<string>();
        for (var at = 0; at < latex.Length;)
        {
            var end = tokens is [.., var command, "{"] && TakesWord(command) ? WordEnd(latex, at) : TokenEnd(latex, at);
            var token = latex[at..end];
            if (token != " ")
                tokens.Add(tokens is [.., var before, "{"] && TakesWord(before) ? token.Replace(@"\_", "_") : token);
            at = end;
        }
        return tokens;
    }

    private static bool TakesWord(string command) => command is @"\operatorname" or @"\mathrm" or @"\text" or @"\mathbb" or @"\begin" or @"\end";

    private static int WordEnd(string latex, int at) => latex.IndexOf('}', at) is > 0 and var brace && brace > at ? brace : TokenEnd(latex, at);

    private static int TokenEnd(string latex, int at)
    {
        var end = at + 1;
        if (latex[at] == '\\')
        {
            while (end < latex.Length && char.IsAsciiLetter(latex[end])) end++;
            return end == at + 1 ? Math.Min(end + 1, latex.Length) : end;
        }
        if (!char.IsAsciiDigit(latex[at])) return end;
        while (end < latex.Length && (char.IsAsciiDigit(latex[end]) || latex[end] == '.')) end++;
        return end;
    }
}
