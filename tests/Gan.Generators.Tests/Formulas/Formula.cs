using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Tests.Formulas;

internal static class Formula
{
    /// <summary>Parses a formula that must be valid.</summary>
    public static Expr Parse(string text, params string[] parameters)
    {
        var result = FormulaParser.Parse(text, parameters);
        Assert.Equal("", string.Join("; ", result.Errors.Select(e => e.Message)));
        return result.Expression!;
    }
}
