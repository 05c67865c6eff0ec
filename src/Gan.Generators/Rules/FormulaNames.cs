using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Rules;

/// <summary>Names as formulas use them.</summary>
internal static class FormulaNames
{
    /// <summary>What a name already is in every formula; null where it is free.</summary>
    public static string? MeaningOf(string name) => FormulaParser.Parse(name, []).Expression switch
    {
        Logit => "the logit",
        Constant => "a constant",
        _ when Functions.Find(name) is not null => "a function",
        _ when SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None => "a keyword",
        _ => null,
    };

    /// <summary>Every name in a formula, right or wrong.</summary>
    public static IEnumerable<string> In(string formula)
        => SyntaxFactory.ParseTokens(formula).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
}
