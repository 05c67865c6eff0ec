using System.Globalization;

namespace Gan.Generators.Tests.Robustness;

/// <summary>Formulas made to cost as much as they can, most of them of the greatest length that is allowed.</summary>
public static class WorstFormulas
{
    private const int MaxLength = 4000;

    private const int Deep = 95;

    /// <summary>Each with a name.</summary>
    public static readonly IReadOnlyList<(string Name, string Formula)> All =
    [
        // Conditionals, which nest where they are joined without parentheses.
        ("conditionals without parentheses", string.Join(" + ", Enumerable.Repeat("t < -1 ? exp(t) : t > 1 ? t : pow(t, 3)", 10))),
        ("four conditionals without parentheses", string.Join(" + ", Enumerable.Repeat("t < -1 ? exp(t) : t > 1 ? t : pow(t, 3)", 4))),
        ("a list of cases", Filled(static i => $"t < {i} ? {i} + t", " : ", MaxLength - 10) + " : t"),
        ("a short list of cases", string.Concat(Enumerable.Range(0, 90).Select(static i => $"t < {i} ? exp({i} * t) : ")) + "t"),
        ("a sum of conditionals", Filled(static i => $"(t > {i} ? t : {i})", " + ")),
        ("a product of conditionals", Filled(static i => $"(t > {i} ? t : {i})", " * ")),
        ("a conditional in a condition", Folded(60, "t", static (f, i) => $"(({f}) > {i} ? exp(t) : log(t))")),
        ("a logarithm of conditionals", $"log({string.Join(" + ", Enumerable.Repeat("t > 0 ? t : exp(t)", 30))})"),
        ("a conjunction", Filled(static i => $"t > {i}", " && ", MaxLength - 20) + " ? t : exp(t)"),
        ("alternatives", Filled(static i => $"(t > {i} || t < {-i})", " && ", MaxLength - 20) + " ? t : exp(t)"),
        ("choices of hyperparameters", Filled(static i => $"(m > {i} ? t : s * t)", " + ")),

        // Nests of one function.
        .. new[] { "exp", "log", "softplus", "sigmoid", "tanh", "sin", "square", "sqrt", "elu", "abs", "expm1", "log1p", "logsigmoid" }
            .SelectMany(static function => new[] { (function + " in itself", Nested(function, Deep)), ($"{function} in itself eight times", Nested(function, 8)) }),
        ("exp in itself twenty times", Nested("exp", 20)),
        .. new[] { "silu", "cosh", "sinh", "softsign" }.SelectMany(static function => new[] { 2, 4, 6, 8, 12, 90 }.Select(depth => ($"{function} {depth} deep", Nested(function, depth)))),
        ("a tower of powers", Folded(90, "t", static (f, _) => $"pow(t, {f})")),
        ("powers of powers", Folded(90, "1 + t", static (f, _) => $"pow({f}, 8)")),
        ("powers of hyperparameters", Folded(60, "t", static (f, _) => $"pow({f}, m)")),
        ("kinks in kinks", Folded(Deep, "t", static (f, i) => $"max({f}, {i} - t)")),
        ("max and min in turn", Folded(Deep, "t", static (f, i) => i % 2 == 0 ? $"max({f}, {i} * t)" : $"min({f}, {i} - t)")),
        ("abs in abs", Folded(Deep, "t", static (f, i) => $"abs({f} - {i})")),
        ("relu in relu", Folded(Deep, "t", static (f, i) => $"relu({f} - {Number(0.01 * i)})")),
        ("leaky_relu in leaky_relu", Folded(80, "t", static (f, i) => $"leaky_relu({f}, 0.{i})")),
        ("quotients in quotients", Folded(90, "t", static (f, _) => $"1 / (1 + {f})")),
        ("quotients of exponentials", Folded(45, "t", static (f, i) => $"t / ({i} + exp({f}))")),
        ("logarithms of exponentials", Folded(60, "t", static (f, i) => $"log({i} + exp({f}))")),
        ("functions in turn", Folded(60, "t", static (f, i) => (i % 4) switch { 0 => $"softplus({f} + {i})", 1 => $"tanh({f} * t)", 2 => $"log(1 + exp({f}))", _ => $"sin({f}) / (1 + abs(t))" })),
        ("parentheses", new string('(', Deep) + "t" + new string(')', Deep)),
        ("minus signs", string.Concat(Enumerable.Repeat("- ", 90)) + "t"),

        // Long sums.
        .. new[] { "t", "softplus(t - {0})", "exp({0} * t)", "sigmoid(t - {0})", "tanh({0} * t)", "log(1 + exp({0} * t))", "pow(t - {0}, {0})", "1 / (1 + exp({0} * t))", "max(t, {0})", "abs(t - {0})", "sign(t - {0})", "clamp(t, {0}, {0} + 1)", "sin({0} * t)", "elu(t - {0})", "silu({0} * t)", "pow(m, {0}.5) * t", "t / (t - {0})", "sqrt(t + {0})" }
            .Select(static term => ("a sum of " + term, Filled(i => string.Format(CultureInfo.InvariantCulture, term, i), " + "))),

        // Long products and quotients.
        .. new[] { "t", "(t - {0})", "sigmoid(t - {0})", "(1 + exp({0} * t))", "softplus({0} * t)", "pow(t - {0}, 3)", "sign(t - {0})", "max(t, {0})", "(m * t + s + {0})", "exp({0} * t)", "tanh(t - {0})" }
            .Select(static factor => ("a product of " + factor, Filled(i => string.Format(CultureInfo.InvariantCulture, factor, i), " * "))),
        ("a quotient of many", Filled(static i => $"(t - {i})", " / ")),
        ("a quotient of exponentials", Filled(static i => $"(1 + exp({i} * t))", " / ", 1500)),
        ("a ratio of sums", $"({Filled(static i => $"exp({i} * t)", " + ", 1900)}) / ({Filled(static i => $"exp({i} * t + 1)", " + ", 1900)})"),
        ("a logarithm of a sum", $"log({Filled(static i => $"exp({i} * t)", " + ", MaxLength - 10)})"),
        ("a logarithm of a product", $"log({Filled(static i => $"sigmoid({i} * t)", " * ", MaxLength - 10)})"),
        ("a logarithm of a difference", $"log({Filled(static i => $"exp({i} * t)", " - ", MaxLength - 10)})"),

        // Statistics of batches.
        ("a sum of statistics", Filled(static i => $"mean(exp({i} * fake))", " + ")),
        ("a short sum of statistics", string.Join(" + ", Enumerable.Range(1, 12).Select(static i => $"t * std(exp({i} * fake))"))),
        ("a product of statistics", Filled(static i => $"(t + max(fake - {i}))", " * ")),
        ("statistics in statistics", $"t * mean({Folded(45, "fake", static (f, _) => $"square(fake - mean({f}))")})"),
        ("two statistics in each of two", $"t + std({Folded(6, "fake", static (f, _) => $"fake * mean({f}) + fake * logsumexp({f})")})"),
        ("a conjunction of statistics", Filled(static i => $"mean(fake - {i}) > t", " && ", MaxLength - 20) + " ? t : exp(t)"),
        ("a conjunction in a statistic", $"t * mean({Filled(static i => $"fake > {i}", " && ", 900)} ? fake : exp(fake))"),
        ("detached in detached", Nested("detach", Deep, "t * mean(fake)")),

        // Long numbers.
        ("many digits", Nested("square", 6, "1 + 1e-300 * t")),
        ("more digits", Folded(4, "1e-300 + 1e300 * t + exp(1e-200 * t)", static (f, _) => $"pow({f}, 7)")),
        ("powers of far numbers", Filled(static i => $"pow(1e{-i} + t, 8)", " * ")),
        ("exponents of far numbers", Filled(static i => $"exp(1e-{300 - (i % 300)} * t)", " * ")),
        ("sums of far numbers", Filled(static i => $"1e{i % 300} * t + 1e-{i % 300}", " + ")),
    ];

    private static string Nested(string function, int depth, string inner = "t") => string.Concat(Enumerable.Repeat(function + "(", depth)) + inner + new string(')', depth);

    /// <summary>As many steps as there is room for.</summary>
    private static string Folded(int count, string start, Func<string, int, string> step)
    {
        var formula = start;
        for (var i = 1; i <= count && step(formula, i) is { Length: <= MaxLength } next; i++) formula = next;
        return formula;
    }

    private static string Filled(Func<int, string> part, string separator, int length = MaxLength)
    {
        var parts = new List<string>();
        var total = -separator.Length;
        for (var i = 0; total + separator.Length + part(i).Length <= length; i++)
        {
            parts.Add(part(i));
            total += separator.Length + part(i).Length;
        }

        return string.Join(separator, parts);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
