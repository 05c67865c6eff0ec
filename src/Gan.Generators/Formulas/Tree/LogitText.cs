namespace Gan.Generators.Formulas.Tree;

/// <summary>Looks at the name a caller gives the logit, such as <c>D(x)</c> or <c>-D(G(z))</c>.</summary>
internal static class LogitText
{
    /// <summary>Whether the text can stand as an operand without parentheses: no operator or space outside brackets.</summary>
    public static bool IsAtomic(string logit)
    {
        var depth = 0;
        foreach (var c in logit)
        {
            if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}') depth--;
            else if (depth == 0 && (c is '+' or '-' or '*' or '/' or '?' or '<' or '>' || char.IsWhiteSpace(c))) return false;
        }

        return true;
    }
}
