using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Formulas.Reading;

/// <summary>The value of a C# number, as the real number that is written: 0.1f is a tenth, not the float nearest to it.</summary>
internal static class NumericLiteral
{
    public static double? Value(LiteralExpressionSyntax literal)
    {
        if (!literal.IsKind(SyntaxKind.NumericLiteralExpression)) return null;
        if (literal.Token.Value is not (float or double or decimal)) return Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture);

        var digits = literal.Token.Text.Replace("_", "").TrimEnd('f', 'F', 'd', 'D', 'm', 'M');
        var value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value) ? null : value;
    }
}
