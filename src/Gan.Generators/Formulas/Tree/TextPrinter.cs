using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

/// <summary>A formula as readable text with few parentheses; with the logit called t it parses back to the same formula.</summary>
internal static class TextPrinter
{
    private const int Lowest = 0, SumLevel = 1, ProductLevel = 2, UnaryLevel = 3, Primary = 4;

    /// <summary>So many characters of text cost as much as a node.</summary>
    internal const int CharactersANode = 64;

    /// <param name="expression">The formula.</param>
    /// <param name="logit">What to write for t, such as <c>D(x)</c>; put into parentheses where it has to be.</param>
    public static string Print(Expr expression, string logit = "t") => Print(expression, logit, Lowest);

    private static string Print(Expr expression, string logit, int needed)
    {
        var (text, level) = expression switch
        {
            Constant c => (Number(c.Value), c.Value < 0 ? UnaryLevel : Primary),
            Logit => (logit, LogitText.IsAtomic(logit) ? Primary : SumLevel),
            Parameter p => (p.Name, Primary),
            Sum s => (SumText(s, logit), SumLevel),
            Product p => (ProductText(p, logit), ProductLevel),
            Quotient q => (QuotientText(q, logit), ProductLevel),
            Call c => ($"{c.Function.Name}({ArgumentsText(c, logit)})", Primary),
            Conditional c => (ConditionalText(c, logit), Lowest),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr."),
        };
        Work.Count(1 + (text.Length / CharactersANode));
        return level < needed ? $"({text})" : text;
    }

    private static string Number(double value) => value == Math.PI ? "pi" : value == Math.E ? "e" : Numbers.Text(value);

    private static string SumText(Sum sum, string logit)
    {
        var rest = sum.Terms.Skip(1).Select(term => Signs.IsNegative(term)
            ? " - " + Print(Signs.Absolute(term), logit, ProductLevel)
            : " + " + Print(term, logit, ProductLevel));
        return Print(sum.Terms[0], logit, SumLevel) + string.Concat(rest);
    }

    private static string ProductText(Product product, string logit)
    {
        if (product.Factors[0] is Constant { Value: -1 } && product.Factors.Count > 1)
        {
            // -1 * a * b reads as -a * b; a number keeps its own sign apart from this one.
            return "-" + string.Join(" * ", product.Factors.Skip(1).Select(f => Print(f, logit, Signs.IsNegative(f) ? Primary : UnaryLevel)));
        }

        var rest = product.Factors.Skip(1).Select(f => Print(f, logit, Primary));
        return string.Join(" * ", rest.Prepend(Print(product.Factors[0], logit, ProductLevel)));
    }

    private static string QuotientText(Quotient quotient, string logit) =>
        $"{Print(quotient.Numerator, logit, ProductLevel)} / {Print(quotient.Denominator, logit, Primary)}";

    private static string ArgumentsText(Call call, string logit)
    {
        // Optional arguments are written only if they differ from their defaults.
        var f = call.Function;
        var count = f.Arity;
        while (count > f.RequiredArguments && call.Arguments[count - 1].Equals(new Constant(f.Defaults[count - 1 - f.RequiredArguments]))) count--;
        return string.Join(", ", call.Arguments.Take(count).Select(a => Print(a, logit, Lowest)));
    }

    private static string ConditionalText(Conditional c, string logit) =>
        $"{Print(c.Left, logit, SumLevel)} {c.Comparison.Text()} {Print(c.Right, logit, SumLevel)} ? {Print(c.Then, logit, SumLevel)} : {Print(c.Else, logit, Lowest)}";
}
