using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing;

/// <summary>Numbers and symbols in LaTeX.</summary>
internal static class LatexNames
{
    private static readonly HashSet<string> Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
    ];

    /// <summary>A parameter's name: Greek letters by name, one letter in italics, a word upright, digits at the end as an index.</summary>
    public static string Symbol(string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var index = name.Substring(stem.Length);
        stem = stem.TrimEnd('_');
        var symbol = Greek.Contains(stem) ? "\\" + stem : stem.Length == 1 && stem != "_" ? stem : $@"\mathrm{{{(stem.Length == 0 ? name : stem).Replace("_", @"\_")}}}";
        return stem.Length == 0 || index.Length == 0 ? symbol : $"{symbol}_{{{index}}}";
    }

    public static string Symbol(Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.LessOrEqual => @"\le",
        Comparison.Greater => ">",
        _ => @"\ge",
    };

    public static string Number(double value)
    {
        if (Math.Abs(value) == Math.PI) return value < 0 ? @"-\pi" : @"\pi";
        if (Math.Abs(value) == Math.E) return value < 0 ? "-e" : "e";
        if (double.IsNaN(value)) return @"\mathrm{NaN}";
        if (double.IsInfinity(value)) return value < 0 ? @"-\infty" : @"\infty";
        var text = Numbers.Text(value);
        var exponent = text.IndexOf('E');
        if (exponent < 0) return text;
        // As text: an int put into a string takes the minus sign of the current culture.
        var power = int.Parse(text.Substring(exponent + 1), System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var mantissa = text.Substring(0, exponent);
        return mantissa switch { "1" => $"10^{{{power}}}", "-1" => $"-10^{{{power}}}", _ => $@"{mantissa} \cdot 10^{{{power}}}" };
    }

    /// <summary>Whether the number is written with a power of ten.</summary>
    public static bool IsPower(double value) => Number(value).Contains("^");
}
