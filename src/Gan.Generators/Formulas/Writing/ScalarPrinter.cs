using System.Globalization;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing;

/// <summary>A formula without t as a C# expression of type double.</summary>
internal static class ScalarPrinter
{
    private const int Lowest = 0, SumLevel = 1, ProductLevel = 2, Primary = 4;

    /// <summary>Whether there is such an expression: no t, and only functions that System.Math has.</summary>
    public static bool CanPrint(Expr expression) =>
        !expression.HasLogit && (IsNumber(expression) || ((expression is not Call call || call.Function.Scalar is not null) && expression.Children.All(CanPrint)));

    /// <param name="expression">A formula that <see cref="CanPrint"/> accepts.</param>
    /// <param name="parameter">Writes a hyperparameter as an expression that needs no parentheses.</param>
    /// <param name="primary">Whether the result must be able to stand as an operand.</param>
    public static string Print(Expr expression, Func<string, string> parameter, bool primary = false) =>
        Print(expression, parameter, primary ? Primary : Lowest);

    /// <summary>Whether the value is known while compiling.</summary>
    private static bool IsNumber(Expr expression) => !expression.HasLogit && expression.ParameterNames().Count == 0;

    private static string Print(Expr expression, Func<string, string> parameter, int needed)
    {
        if (IsNumber(expression)) expression = expression.Evaluate(0);
        string At(Expr e, int level) => Print(e, parameter, level);
        var (text, level) = expression switch
        {
            Constant c => (Numbers.Literal(c.Value), c.Value < 0 ? Lowest : Primary),
            Parameter p => (parameter(p.Name), Primary),
            Sum s => (string.Join(" + ", s.Terms.Select(t => At(t, ProductLevel))), SumLevel),
            Product { Factors: var f } when f.Count == 2 && f[0] is Constant { Value: -1 } => ("-" + At(f[1], Primary), Lowest),
            Product p => (string.Join(" * ", p.Factors.Select(f => At(f, Primary))), ProductLevel),
            Quotient q => ($"{At(q.Numerator, ProductLevel)} / {At(q.Denominator, Primary)}", ProductLevel),
            Call { Function.Scalar: { } code } c => (string.Format(CultureInfo.InvariantCulture, code, [.. c.Arguments.Select(a => At(a, Lowest))]), Primary),
            Conditional c => ($"{At(c.Left, SumLevel)} {c.Comparison.Text()} {At(c.Right, SumLevel)} ? {At(c.Then, SumLevel)} : {At(c.Else, SumLevel)}", Lowest),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} has no value without t."),
        };
        Work.Count(1 + (text.Length / TextPrinter.CharactersANode));
        return level < needed ? $"({text})" : text;
    }
}
