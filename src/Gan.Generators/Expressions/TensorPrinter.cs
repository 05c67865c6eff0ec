namespace Gan.Generators.Expressions;

/// <summary>
/// A formula as one C# expression over TorchSharp tensors. The result has the logits' shape and dtype (numbers enter as scalars,
/// which never promote), is connected to the logits' graph even where the formula is constant, keeps NaN, and can be differentiated twice.
/// </summary>
internal sealed partial class TensorPrinter
{
    private const int SumLevel = 1, ProductLevel = 2, Primary = 3;

    private readonly Func<string, string> _parameter;

    // The tensor that stands for t: within a branch it may be masked.
    private string _logit;

    private TensorPrinter(string logit, Func<string, string> parameter) => (_logit, _parameter) = (logit, parameter);

    /// <param name="expression">The formula; simplify it first.</param>
    /// <param name="logit">The local that holds the logits.</param>
    /// <param name="parameter">Writes a hyperparameter as a C# expression of type double that needs no parentheses; its own name if left out.</param>
    public static string Print(Expr expression, string logit, Func<string, string>? parameter = null)
    {
        var printer = new TensorPrinter(logit, parameter ?? (name => name));
        return expression.HasLogit ? printer.Tensor(expression, 0) : printer.Connected(expression);
    }

    /// <summary>Code of type Tensor, in parentheses if it binds less than needed.</summary>
    private string Tensor(Expr expression, int needed)
    {
        if (IsScalar(expression)) return $"{_logit}.full_like({Scalar(expression)})";
        var (text, level) = expression switch
        {
            Logit => (_logit, Primary),
            Sum s => SumCode(s),
            Product p => ProductCode(p),
            Quotient q => QuotientCode(q),
            Call c => (CallCode(c), Primary),
            Conditional c => (ConditionalCode(c), Primary),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr."),
        };
        Work.Count(1 + (text.Length / TextPrinter.CharactersANode));
        return level < needed ? $"({text})" : text;
    }

    private static bool IsScalar(Expr expression) => ScalarPrinter.CanPrint(expression);

    private string Scalar(Expr expression, bool primary = false) => ScalarPrinter.Print(expression, _parameter, primary);

    /// <summary>A value that does not depend on the logits: still NaN where they are, and with a gradient of zero.</summary>
    private string Connected(Expr constant) => $"{_logit}.where({_logit}.isnan(), {Tensor(constant, 0)})";

    private (string, int) SumCode(Sum sum)
    {
        var scalar = new Sum(sum.Terms.Where(IsScalar).ToEquatableArray());
        var tensors = sum.Terms.Where(t => !IsScalar(t)).ToList();
        // A term without a minus sign goes first: a negation would be one more operation.
        var ordered = tensors.Where(t => !Signs.IsNegative(t)).Concat(tensors.Where(Signs.IsNegative)).ToList();
        var text = "";
        if (scalar.Terms.Count > 0 && Signs.IsNegative(ordered[0]))
        {
            text = Scalar(scalar, primary: true);
            scalar = new Sum(default);
        }

        foreach (var term in ordered)
        {
            var negative = text.Length > 0 && Signs.IsNegative(term);
            text += (text.Length == 0 ? "" : negative ? " - " : " + ") + Tensor(negative ? Signs.Absolute(term) : term, ProductLevel);
        }

        if (scalar.Terms.Count == 0) return (text, SumLevel);
        var constant = scalar.Terms.Count == 1 ? scalar.Terms[0] : scalar;
        return Signs.IsNegative(constant)
            ? ($"{text} - {Scalar(Signs.Absolute(constant), primary: true)}", SumLevel)
            : ($"{text} + {Scalar(constant, primary: true)}", SumLevel);
    }

    private (string, int) ProductCode(Product product)
    {
        var scalars = product.Factors.Where(IsScalar).ToList();
        var tensors = product.Factors.Where(f => !IsScalar(f)).Select(f => Tensor(f, Primary)).ToList();
        var text = string.Join(" * ", tensors);
        if (scalars.Count == 0) return (text, ProductLevel);
        if (scalars.Count == 1 && scalars[0] is Constant { Value: -1 })
            return (tensors.Count == 1 ? $"{text}.neg()" : $"({text}).neg()", Primary);
        Expr scalar = scalars.Count == 1 ? scalars[0] : new Product(scalars.ToEquatableArray());
        return ($"{text} * {Scalar(scalar, primary: true)}", ProductLevel);
    }

    private (string, int) QuotientCode(Quotient quotient)
    {
        var (n, d) = (quotient.Numerator, quotient.Denominator);
        if (n is Constant { Value: 1 }) return ($"{Tensor(d, Primary)}.reciprocal()", Primary);
        var numerator = IsScalar(n) ? Scalar(n, primary: true) : Tensor(n, Primary);
        var denominator = IsScalar(d) ? Scalar(d, primary: true) : Tensor(d, Primary);
        return ($"{numerator} / {denominator}", ProductLevel);
    }
}
