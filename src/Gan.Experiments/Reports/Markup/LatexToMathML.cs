using System.Net;

namespace Gan.Experiments.Reports.Markup;

/// <summary>Turns the LaTeX that the compiler writes for losses into MathML, which browsers draw without help.</summary>
/// <remarks>A recursive descent over <see cref="LatexTokens"/>. The grammar is closed, and what it does not know is not guessed.</remarks>
internal sealed class LatexToMathML
{
    private readonly List<string> _tokens;
    private int _at;

    private LatexToMathML(List<string> tokens) => _tokens = tokens;

    private string? Next => _at < _tokens.Count ? _tokens[_at] : null;

    /// <summary>The formula as a math element.</summary>
    /// <param name="latex">In math mode, without dollars.</param>
    /// <returns>Well-formed XML; null where the formula has a command that is not known, or its braces do not match.</returns>
    public static string? Convert(string latex)
    {
        var parser = new LatexToMathML(LatexTokens.Of(latex));
        try
        {
            var row = parser.Row([null]);
            return $"<math xmlns=\"http://www.w3.org/1998/Math/MathML\" displaystyle=\"true\"><mrow>{row}</mrow></math>";
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private string Row(params string?[] until)
    {
        var row = "";
        while (Array.IndexOf(until, Next) < 0)
            row += Scripted();
        return row;
    }

    private string Scripted()
    {
        var nucleus = Atom();
        string? below = null, above = null;
        while (Next is "_" or "^")
        {
            ref var script = ref (Take() == "_" ? ref below : ref above);
            script = script is null ? Atom() : throw new FormatException("A second index or power.");
        }
        return (below, above) switch
        {
            (null, null) => nucleus,
            (_, null) => $"<msub>{nucleus}{below}</msub>",
            (null, _) => $"<msup>{nucleus}{above}</msup>",
            _ => $"<msubsup>{nucleus}{below}{above}</msubsup>",
        };
    }

    // One element, which an index or a power can be put to.
    private string Atom()
    {
        var token = Take();
        switch (token)
        {
            case "{": return Group();
            case @"\frac": return $"<mfrac>{Atom()}{Atom()}</mfrac>";
            case @"\sqrt": return $"<msqrt>{Atom()}</msqrt>";
            case @"\left": return Fenced();
            case @"\begin": return Cases();
            case @"\operatorname" or @"\mathrm": return Upright(Word());
            case @"\text": return $"<mtext>{WebUtility.HtmlEncode(Word().Replace(' ', '\u00a0'))}</mtext>";
            case @"\mathbb": return Word() == "E" ? "<mi>\U0001D53C</mi>" : throw new FormatException("Another letter than E.");
            case @"\,": return "<mspace width=\"0.167em\"/>";
            case @"\!": return "<mrow></mrow>";
        }
        if (LatexSymbols.Identifier(token) is { } identifier) return $"<mi>{identifier}</mi>";
        if (LatexSymbols.Operator(token) is { } sign) return $"<mo{(IsSign(token) ? " form=\"prefix\"" : LatexSymbols.Attributes(token))}>{WebUtility.HtmlEncode(sign)}</mo>";
        if (char.IsAsciiDigit(token[0])) return $"<mn>{token}</mn>";
        if (char.IsAsciiLetter(token[0])) return $"<mi>{token}</mi>";
        throw new FormatException($"{token} is not known.");
    }

    // A minus is close to what follows where nothing is before it to be subtracted from; browsers see that at the start of a row alone.
    private bool IsSign(string token) =>
        token is "-" or "+" && (_at < 2 || _tokens[_at - 2] is "(" or "[" or "{" or "," or "<" or ">" or "=" or "&" or @"\\" or @"\le" or @"\ge" or @"\cdot" or @"\lVert"
            || (_tokens[_at - 2] == "|" && _at > 2 && _tokens[_at - 3] == @"\left"));

    private string Group()
    {
        var row = Row("}");
        Expect("}");
        return $"<mrow>{row}</mrow>";
    }

    private string Fenced()
    {
        var open = Fence(Take());
        var row = Row(@"\right");
        Expect(@"\right");
        return $"<mrow>{open}{row}{Fence(Take())}</mrow>";
    }

    private static string Fence(string token) =>
        token is "(" or ")" or "[" or "]" or "|" ? $"<mo fence=\"true\" stretchy=\"true\">{token}</mo>" : throw new FormatException($"{token} is no fence.");

    private string Cases()
    {
        if (Word() != "cases") throw new FormatException("Another environment than cases.");
        var rows = "";
        do
        {
            var value = Row("&");
            Expect("&");
            rows += $"<mtr><mtd>{value}</mtd><mtd>{Row(@"\\", @"\end")}</mtd></mtr>";
        }
        while (Take() == @"\\");
        if (Word() != "cases") throw new FormatException("Another environment ends.");
        return $"<mrow><mo fence=\"true\" stretchy=\"true\">{{</mo><mtable displaystyle=\"true\">{rows}</mtable></mrow>";
    }

    private static string Upright(string word) =>
        word.Length == 1 ? $"<mi mathvariant=\"normal\">{WebUtility.HtmlEncode(word)}</mi>" : $"<mi>{WebUtility.HtmlEncode(word)}</mi>";

    // After the commands of words the tokens are a brace, the whole word and a brace.
    private string Word()
    {
        Expect("{");
        var word = Take();
        Expect("}");
        return word;
    }

    private string Take()
    {
        var token = Next ?? throw new FormatException("The formula ends early.");
        _at++;
        return token;
    }

    private void Expect(string token)
    {
        if (Take() != token) throw new FormatException($"{token} is missing.");
    }
}
