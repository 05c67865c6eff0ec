using System.Globalization;
using System.Text.RegularExpressions;

namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>A formula of t, or a certificate, which is written the same way: a number, or a name with its parts. Most functions become a few simple ones.</summary>
internal sealed record Formula(string Name, Formula[] Parts, BigFloat Number = default)
{
    private static readonly Regex s_token = new(@"\d+(\.\d+)?([eE][+-]?\d+)?|[A-Za-z_]\w*|[<>]=|\S");

    public bool Moves { get; } = Name == "t" || Parts.Any(static part => part.Moves);

    public string Text => Name == "number" ? $"{Number.Digits}e{Number.Exponent}" : $"{Name}({string.Join(", ", Parts.Select(static part => part.Text))})";

    public bool Has(params string[] names) => names.Contains(Name) || Parts.Any(part => part.Has(names));

    public static Formula Of(string name, params Formula[] parts) => new(name, parts);

    public static implicit operator Formula(double number) => Of(BigFloat.Of(number));

    public static Formula Of(BigFloat number) => new("number", [], number);

    public static Formula operator +(Formula a, Formula b) => Of("+", a, b);

    public static Formula operator -(Formula a) => a.Name == "number" ? a with { Number = -a.Number } : Of("*", -1.0, a);

    public static Formula operator *(Formula a, Formula b) => Of("*", a, b);

    /// <summary>The formula with another one in place of t.</summary>
    public Formula At(Formula t) => Name == "t" ? t : Moves ? new(Name, [.. Parts.Select(part => part.At(t))]) : this;

    /// <summary>Reads a text; names in <paramref name="known"/> stand for the formulas there.</summary>
    /// <exception cref="FormatException">The text is no formula.</exception>
    public static Formula Read(string text, IReadOnlyDictionary<string, Formula> known)
    {
        var tokens = new Queue<string>(s_token.Matches(text).Select(static m => m.Value).Append("the end"));
        return Whole(Choice(), "the end");

        bool Next(string wanted) => tokens.Peek() == wanted && tokens.Dequeue() == wanted;

        Formula Whole(Formula formula, string end) => Next(end) ? formula : throw new FormatException($"{end} is missing before {tokens.Peek()} in {text}");

        Formula Choice()
        {
            var left = Sum();
            if (tokens.Peek() is not ("<" or "<=" or ">" or ">=")) return left;
            var comparison = tokens.Dequeue();
            var difference = Whole(Sum(), "?") is var right && comparison[0] == '>' ? left + -right : right + -left;
            var (then, otherwise) = (Whole(Choice(), ":"), Choice());
            return comparison.Length == 1 ? Of("if", difference, then, otherwise) : Of("if", -difference, otherwise, then);
        }

        Formula Sum()
        {
            var sum = Product();
            while (tokens.Peek() is "+" or "-") sum += Next("+") || !Next("-") ? Product() : -Product();
            return sum;
        }

        Formula Product()
        {
            var product = Factor();
            while (tokens.Peek() is "*" or "/") product = Of(tokens.Dequeue(), product, Factor());
            return product;
        }

        Formula Factor()
        {
            var token = tokens.Dequeue();
            if (token == "-") return -Factor();
            if (token == "(") return Whole(Choice(), ")");
            if (char.IsAsciiDigit(token[0])) return double.Parse(token, CultureInfo.InvariantCulture);
            if (!Next("(")) return known.GetValueOrDefault(token) ?? token switch { "pi" => Math.PI, "e" => Math.E, "infinity" => double.PositiveInfinity, "tiny" => Of(BigFloat.Tiny), _ => Of(token) };
            var parts = new List<Formula> { Choice() };
            while (Next(",")) parts.Add(Choice());
            return Whole(Define(token, parts[0], parts), ")");
        }
    }

    private static Formula Define(string name, Formula x, List<Formula> parts) => name switch
    {
        "relu" => Of("max", x, 0.0),
        "min" => -Of("max", -x, -parts[1]),
        "leaky_relu" => parts.ElementAtOrDefault(1) is var slope && (slope ?? 0.01) is var s ? (s * x) + ((1.0 + -s) * Of("max", x, 0.0)) : x,
        "elu" => Of("elu", x, parts.ElementAtOrDefault(1) ?? 1.0),
        "logsigmoid" => -Of("softplus", -x),
        "sqrt" => Of("pow", x, 0.5),
        "square" => Of("pow", x, 2.0),
        _ => Of(name, [.. parts]),
    };
}
