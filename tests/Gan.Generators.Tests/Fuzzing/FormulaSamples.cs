using System.Text.RegularExpressions;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>Random formulas: well formed by the grammar, or disturbed in a character or a part.</summary>
internal static partial class FormulaSamples
{
    private const int MaxLength = 4100;

    private static readonly string[] s_leaves = ["t", "t", "t", "t", "m", "s", "k", "1", "2", "0", "0.5", "-1", "3", "pi", "e", "1e-16", "1e16", "0.1", "1e300", "1e-300"];

    private static readonly string[] s_rest =
    [
        "1e308 * 10", "1_000", ".5", "5.", "00", "1f", "0x10", "Math.PI", "u", "x", "D(x)", "D(G(z))", "E[t]", "y", "lambda", "T", "M", "inf", "NaN", "np.log(t)", "torch.exp(t)", "F.softplus(t)", "t ** 2", "t ^ 2", "t == 1", "t % 2", "!t", "t++", "t = 1", "t => t", "new()", "this", "\"t\"", "'t'", "t;", "t,", "nameof(t)", "t!", "t?.t", "t[0]", "(double)t",
        "(t, t)", "t is > 0", "t switch { _ => t }", "{0}", "log", "exp()", "pow(t)", "max(t, t, t, t)", "clamp(t, 2, 1)", "leaky_relu(t, t)", "elu(t, -1)", "pow(t, t)", "pow(-1, 0.5)", "1 / 0", "log(0)", "sqrt(-1)", "99999999999999999999999999", "1e999", "0.1d", "1m", "1L", "1u", "if", "class", "𝑡", "−t", "t·t", "½", "t²", "∞", "‖t‖", "|t|", "\\", "\0", "\ud800", "/*", "//", "#if",
    ];

    private static readonly string[] s_tokens = ["t", "1", "(", ")", "[", "]", "{", "}", "<", ">", "?", ":", "!", "-", "&", "*", ".", "..", ",", "=", "=>", "??", "is ", "not ", "and ", "new ", "ref ", "await ", "switch", "with", "as ", "in ", "from ", "\"", "$\"", "@", "#", "~", "\n", "\r\n"];

    private static readonly string[] s_operators = [" + ", " - ", " * ", " / ", "+", "-", "*", "/", " + -", " * -"];

    private static readonly string[] s_comparisons = [" < ", " > ", " <= ", " >= "];

    private static readonly Function[] s_functions = [.. Functions.All];

    private static readonly string[] s_statistics = [.. BatchFunctions.Names];

    private static readonly string[] s_batches = ["real", "fake"];

    /// <summary>Most often well formed.</summary>
    public static string Next(RandomNumbers random) => random.Next(12) switch
    {
        _ when random.IsCareful => Tree(random, 1 + random.Next(3)),
        < 6 => Tree(random, 1 + random.Next(4)),
        6 => random.Of(Seeds.Formulas),
        7 => Disturbed(random.Of(Seeds.Formulas), random),
        8 => Deep(random),
        9 => random.OneIn(4) ? Repeated(random) : Long(random),
        _ => Disturbed(Tree(random, 1 + random.Next(4)), random),
    };

    /// <summary>A few changes of characters and parts.</summary>
    public static string Disturbed(string formula, RandomNumbers random)
    {
        for (var count = random.Few(4); count > 0; count--)
        {
            var (from, to) = (random.Next(formula.Length + 1), random.Next(formula.Length + 1));
            if (from > to) (from, to) = (to, from);
            if (to - from > 12) to = from + random.Next(12);
            formula = random.Next(7) switch
            {
                0 => formula.Remove(from, to - from),
                1 => formula.Insert(from, formula[from..to]),
                2 => formula.Insert(from, random.Of(HostileValues.Texts)),
                3 => formula.Insert(from, random.Of(s_rest)),
                4 => formula.Remove(from, to - from).Insert(from, random.Of(s_rest)),
                5 => formula.Insert(from, ((char)(random.OneIn(3) ? random.Next(0x10000) : 32 + random.Next(95))).ToString()),
                _ => formula.Remove(from, to - from).Insert(from, random.Of(s_leaves)),
            };
        }

        return formula;
    }

    private static string Tree(RandomNumbers random, int depth)
    {
        if (depth == 0) return random.Rare(30) ? random.Of(s_rest) : random.Of(s_leaves);
        string Inner() => Tree(random, random.OneIn(4) ? 0 : depth - 1);
        switch (random.Next(10))
        {
            case < 3: return Inner() + random.Of(s_operators) + Inner();
            case 3: return $"({Inner()}){random.Of(s_operators)}({Inner()})";
            case 4: return $"{(random.OneIn(4) ? Inner() : "t")}{random.Of(s_comparisons)}{Inner()} ? {Inner()} : {Inner()}";
            case 5: return "-" + Inner();
            case 6 when random.OneIn(4): return Statistic(Inner(), random);
            default:
                var function = random.Of(s_functions);
                return $"{(function.Aliases.Length > 0 && random.OneIn(4) ? function.Aliases.First() : function.Name)}({string.Join(", ", Enumerable.Range(0, random.Rare(30) ? random.Next(4) : function.Arity).Select(_ => Inner()))})";
        }
    }

    /// <summary>A statistic of what is mostly a formula of one batch, or what is detached.</summary>
    private static string Statistic(string inner, RandomNumbers random)
    {
        if (random.OneIn(4)) return $"detach({inner})";
        var batch = random.Of(s_batches);
        return $"{random.Of(s_statistics)}({(random.Rare(8) ? inner : Logit().Replace(inner, batch))})";
    }

    [GeneratedRegex(@"\bt\b")]
    private static partial Regex Logit();

    private static string Deep(RandomNumbers random)
    {
        var (formula, depth) = ("t", 1 + random.Next(random.OneIn(12) ? 400 : 12));
        for (var step = random.Next(6); depth > 0 && formula.Length < MaxLength; depth--)
        {
            formula = step switch
            {
                0 => $"({formula})",
                1 => $"-{formula}",
                2 => $"{random.Of(s_functions.Where(static function => function.Arity == 1).ToArray()).Name}({formula})",
                3 => $"max({formula}, {random.Of(s_leaves)})",
                4 => $"t > {depth} ? {formula} : {random.Of(s_leaves)}",
                _ => $"1 / (1 + {formula})",
            };
        }

        return formula;
    }

    private static string Long(RandomNumbers random)
    {
        var (part, separator) = (Tree(random, 1 + random.Next(2)), random.Of(s_operators));
        return string.Join(separator, Enumerable.Repeat(part, 1 + random.Next(random.OneIn(20) ? MaxLength / (part.Length + separator.Length) : 6)));
    }
    /// <summary>A few tokens of C# again and again, which a parser might look far ahead for.</summary>
    private static string Repeated(RandomNumbers random)
    {
        var part = string.Concat(Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Of(s_tokens)));
        return string.Concat(Enumerable.Repeat(part, 1 + random.Next(MaxLength / part.Length)));
    }
}
