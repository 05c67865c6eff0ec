using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing;

/// <summary>A formula in LaTeX (math mode, with amsmath's cases and operatorname).</summary>
internal static class LatexPrinter
{
    private const int Lowest = 0, SumLevel = 1, ProductLevel = 2, PowerLevel = 3, Primary = 4;

    /// <param name="expression">The formula.</param>
    /// <param name="logit">What to write for t, such as <c>D(x)</c>; put into parentheses where it has to be.</param>
    public static string Print(Expr expression, string logit = "t") => Print(expression, logit, Lowest);

    private static string Print(Expr expression, string logit, int needed)
    {
        var (text, level) = expression switch
        {
            Constant c => (LatexNames.Number(c.Value), c.Value < 0 ? SumLevel : LatexNames.IsPower(c.Value) ? ProductLevel : Primary),
            Logit => (logit, LogitText.IsAtomic(logit) ? Primary : SumLevel),
            Parameter p => (LatexNames.Symbol(p.Name), Primary),
            Sum s => (SumText(s, logit), SumLevel),
            Product p => (ProductText(p, logit), Signs.IsNegative(p) ? SumLevel : ProductLevel),
            Quotient q => QuotientText(q, logit),
            Call c => CallText(c, logit),
            Conditional c => (ConditionalText(c, logit), Lowest),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr."),
        };
        Work.Count(1 + (text.Length / TextPrinter.CharactersANode));
        return level < needed ? Parenthesised(text) : text;
    }

    private static string SumText(Sum sum, string logit)
    {
        var rest = sum.Terms.Skip(1).Select(term => Signs.IsNegative(term)
            ? " - " + Print(Signs.Absolute(term), logit, ProductLevel)
            : " + " + Print(term, logit, ProductLevel));
        return Print(sum.Terms[0], logit, SumLevel) + string.Concat(rest);
    }

    private static string ProductText(Product product, string logit)
    {
        if (Signs.IsNegative(product)) return "-" + Print(Signs.Absolute(product), logit, ProductLevel);
        var text = "";
        foreach (var factor in product.Factors)
        {
            var next = Print(factor, logit, ProductLevel);
            var joint = text.Length == 0 ? "" : char.IsDigit(next[0]) || next[0] == '\\' && next.StartsWith(@"\frac", StringComparison.Ordinal) ? @" \cdot " : @" \, ";
            text += joint + next;
        }

        return text;
    }

    private static (string, int) QuotientText(Quotient quotient, string logit)
    {
        if (Signs.IsNegative(quotient.Numerator))
            return ("-" + Print(Signs.Absolute(quotient), logit, ProductLevel), SumLevel);
        return ($@"\frac{{{Print(quotient.Numerator, logit)}}}{{{Print(quotient.Denominator, logit)}}}", ProductLevel);
    }

    private static (string, int) CallText(Call call, string logit)
    {
        string Argument(int index) => Print(call.Arguments[index], logit);
        string Base() => Print(call.Argument, logit, Primary);
        var function = call.Function;
        if (function == Functions.Exp) return ($"e^{{{Argument(0)}}}", PowerLevel);
        if (function == Functions.Expm1) return ($"e^{{{Argument(0)}}} - 1", SumLevel);
        if (function == Functions.Log1p) return ($@"\log{Parenthesised("1 + " + Print(call.Argument, logit, ProductLevel))}", Primary);
        if (function == Functions.Square) return ($"{Base()}^{{2}}", PowerLevel);
        if (function == Functions.Pow) return ($"{Base()}^{{{Argument(1)}}}", PowerLevel);
        if (function == Functions.Sqrt) return ($@"\sqrt{{{Argument(0)}}}", Primary);
        if (function == Functions.Abs) return ($@"\left|{Argument(0)}\right|", Primary);
        if (function == Functions.Relu) return (@"\max" + Parenthesised($"0, {Argument(0)}"), Primary);
        return (function.Latex + Parenthesised(string.Join(", ", call.Arguments.Select((_, i) => Argument(i)))), Primary);
    }

    /// <summary>A chain of conditionals is one list of cases.</summary>
    private static string ConditionalText(Conditional conditional, string logit)
    {
        var rows = "";
        Expr rest = conditional;
        while (rest is Conditional c)
        {
            rows += $@"{Print(c.Then, logit)} & \text{{if }} {Print(c.Left, logit, SumLevel)} {LatexNames.Symbol(c.Comparison)} {Print(c.Right, logit, SumLevel)} \\ ";
            rest = c.Else;
        }

        return $@"\begin{{cases}} {rows}{Print(rest, logit)} & \text{{otherwise}} \end{{cases}}";
    }

    /// <summary>Parentheses that grow only around what is taller than a line.</summary>
    private static string Parenthesised(string text) =>
        text.Contains(@"\frac") || text.Contains(@"\begin") ? $@"\left({text}\right)" : $"({text})";
}
