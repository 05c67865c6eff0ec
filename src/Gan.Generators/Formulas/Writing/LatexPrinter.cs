using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing;

/// <summary>A formula in LaTeX (math mode, with amsmath's cases and operatorname).</summary>
internal static class LatexPrinter
{
    /// <param name="expression">The formula.</param>
    /// <param name="logit">What to write for t, such as <c>D(x)</c>; put into parentheses where it has to be.</param>
    public static string Print(Expr expression, string logit = "t") => Print(expression, logit, LatexLevel.Lowest);

    private static string Print(Expr expression, string logit, int needed)
    {
        var (text, level) = expression switch
        {
            Constant c => (LatexNames.Number(c.Value), c.Value < 0 ? LatexLevel.Sum : LatexNames.IsPower(c.Value) ? LatexLevel.Product : LatexLevel.Primary),
            Logit => (logit, LogitText.IsAtomic(logit) ? LatexLevel.Primary : LatexLevel.Sum),
            Statistic s => (StatisticText(s), LatexLevel.Primary),
            Parameter p => (LatexNames.Symbol(p.Name), LatexLevel.Primary),
            Sum s => (SumText(s, logit), LatexLevel.Sum),
            Product p => (ProductText(p, logit), Signs.IsNegative(p) ? LatexLevel.Sum : LatexLevel.Product),
            Quotient q => QuotientText(q, logit),
            Call c => c.Function.Latex(new Arguments(c.Arguments, logit)),
            Conditional c => (ConditionalText(c, logit), LatexLevel.Lowest),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr."),
        };
        Work.Count(1 + (text.Length / TextPrinter.CharactersANode));
        return level < needed ? Parenthesised(text) : text;
    }

    /// <summary>A statistic with the batch it is of, as papers write it: over x of real samples, over z of generated ones.</summary>
    private static string StatisticText(Statistic statistic)
    {
        var (over, logit) = statistic.Side == BatchSide.Real ? ("x", "D(x)") : ("z", "D(G(z))");
        return $@"{statistic.Function.Latex}_{over}\!\left[{Print(statistic.Element, logit)}\right]";
    }

    private static string SumText(Sum sum, string logit)
    {
        var rest = sum.Terms.Skip(1).Select(term => Signs.IsNegative(term)
            ? " - " + Print(Signs.Absolute(term), logit, LatexLevel.Product)
            : " + " + Print(term, logit, LatexLevel.Product));
        return Print(sum.Terms[0], logit, LatexLevel.Sum) + string.Concat(rest);
    }

    private static string ProductText(Product product, string logit)
    {
        if (Signs.IsNegative(product)) return "-" + Print(Signs.Absolute(product), logit, LatexLevel.Product);
        var text = "";
        foreach (var factor in product.Factors)
        {
            var next = Print(factor, logit, LatexLevel.Product);
            var joint = text.Length == 0 ? "" : char.IsDigit(next[0]) || next[0] == '\\' && next.StartsWith(@"\frac", StringComparison.Ordinal) ? @" \cdot " : @" \, ";
            text += joint + next;
        }

        return text;
    }

    private static (string, int) QuotientText(Quotient quotient, string logit)
    {
        if (Signs.IsNegative(quotient.Numerator))
            return ("-" + Print(Signs.Absolute(quotient), logit, LatexLevel.Product), LatexLevel.Sum);
        return ($@"\frac{{{Print(quotient.Numerator, logit)}}}{{{Print(quotient.Denominator, logit)}}}", LatexLevel.Product);
    }

    /// <summary>A chain of conditionals is one list of cases.</summary>
    private static string ConditionalText(Conditional conditional, string logit)
    {
        var rows = "";
        Expr rest = conditional;
        while (rest is Conditional c)
        {
            rows += $@"{Print(c.Then, logit)} & \text{{if }} {Print(c.Left, logit, LatexLevel.Sum)} {LatexNames.Symbol(c.Comparison)} {Print(c.Right, logit, LatexLevel.Sum)} \\ ";
            rest = c.Else;
        }

        return $@"\begin{{cases}} {rows}{Print(rest, logit)} & \text{{otherwise}} \end{{cases}}";
    }

    /// <summary>Parentheses that grow only around what is taller than a line.</summary>
    private static string Parenthesised(string text) =>
        text.Contains(@"\frac") || text.Contains(@"\begin") ? $@"\left({text}\right)" : $"({text})";

    private sealed class Arguments(EquatableArray<Expr> arguments, string logit) : ILatexArguments
    {
        public string this[int index] => Print(arguments[index], logit);

        public string At(int index, int level) => Print(arguments[index], logit, level);

        public string Parenthesised(string text) => LatexPrinter.Parenthesised(text);
    }
}
