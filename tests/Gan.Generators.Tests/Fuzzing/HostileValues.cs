using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>What nobody would write on purpose: numbers at their ends, texts that break quotes, comments and markup, names that mean something already.</summary>
internal static class HostileValues
{
    public static readonly string[] Doubles =
    [
        "0", "-0.0", "1", "-1", "0.5", "2", "10", "1e308", "-1e308", "1e-308", "4.9e-324", "1e16", "0.1f", "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "double.MaxValue",
        "double.Epsilon", "1.0 / 3", "int.MaxValue", "'a'", "default", "(double)null", "\"1\"", "1e400", "System.Math.PI", "1m", "nameof(System)",
    ];

    public static readonly string[] Integers = ["0", "1", "-1", "2", "16", "1000000", "int.MaxValue", "int.MinValue", "2147483648", "1.5", "'a'", "default", "1 / 0", "null", "checked(int.MaxValue + 1)"];

    public static readonly string[] Flags = ["true", "false", "default", "!true", "null", "1", "1 > 2"];

    public static readonly string[] Texts =
    [
        "", " ", "\n", "\0", "\t", "\"", "\\", "{", "}", "{0}", "{{", "<", ">", "&", "</summary>", "<see cref=\"", "-->", "]]>", "*/", "/*", "//", "///", "\u2028", "\u0085", "\ud800", "\udc00", "\ud83d\ude00", "\uffff", "\ufeff", "\u202e",
        "'", "\"\"\"", "$", "@", "#if", "#endif", "%", "\r", "\r\n", ";", ",", "Müller et al. 2019", "arXiv 1406.2661", "x̂", "∞", "−", "𝑡", new('x', 5000), new('(', 3000), new('"', 300), "\u001b[31m", "\u200b",
    ];

    public static readonly string[] Names =
    [
        "Mine", "@class", "@record", "@file", "@event", "record", "file", "partial", "var", "dynamic", "_", "__", "async", "await", "field", "value", "global", "required", "scoped", "where", "yield", "init", "T", "t", "u", "m", "s",
        "Größe", "名前", "été", "e\u0301te\u0301", "𐐷", "A\u200cB", "A‿B", "Info", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "DiscriminatorLoss", "GeneratorLoss", "DiscriminatorTerms", "GeneratorTerms", "LossWeight", "State",
        "System", "Gan", "Dsl", "Runtime", "TorchSharp", "torch", "Tensor", "Math", "Double", "String", "Object", "Attribute", "ObjectiveInfo", "IGanObjective", "Real", "Fake", "Generator", "real", "fake", "loss", "exp", "log", "pi", "e", "nan", "inf",
        "realLogits", "fakeLogits", "reduction", "logits", "This", "@this", "Mine_", "MINE", "mine", "Kernel", "Formula", "Settings", "Sweeps", "Name", "A", "B", "G", "D", "Points", "Experiment", "Objectives", "All", "Find", "Main", "Tests", "Create", "EqualityContract", "PrintMembers", "Deconstruct", "Item", "Clone", "@base", "@void", "@double",
        "\\u0041", "@if", "op_Addition", "get_M", "set_M", "M", "S", "Margin", "Slope", "nameof", new('n', 600),
    ];

    /// <summary>One of the ways that C# has to write a text.</summary>
    public static string Literal(string text, RandomNumbers random)
    {
        switch (random.IsCareful ? 9 : random.Next(10))
        {
            case 0: return $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            case 1 when !text.Contains('"', StringComparison.Ordinal) && text.IndexOfAny(['\n', '\r', '\u2028', '\u0085']) < 0: return $"\"\"\"{text} \"\"\"";
            case 2 when text.Length > 1:
                var cut = 1 + random.Next(text.Length - 1);
                return $"{Escaped(text[..cut])} + {Escaped(text[cut..])}";
            case 3 when text.IndexOfAny(['"', '\\', '\n', '\r', '{', '}', '\u2028', '\u0085']) < 0: return $"$\"{text}\"";
            case 4 when text.Length > 1 && random.OneIn(2): return $"({Escaped(text)})";
            // No longer: C#'s own parser runs out of a small stack where such code is nested.
            case 5 when text.Length < 200 && random.OneIn(6): return $"nameof({text})";
            default: return Escaped(text);
        }
    }

    private static string Escaped(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
