using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;
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

    /// <summary>Every name in a formula, right or wrong. Formulas that Roslyn must not see come here as well.</summary>
    public static IEnumerable<string> In(string formula)
    {
        for (var start = 0; start < formula.Length; start++)
        {
            var end = start;
            while (end < formula.Length && SyntaxFacts.IsIdentifierPartCharacter(formula[end])) end++;
            if (end == start) continue;
            if (SyntaxFacts.IsIdentifierStartCharacter(formula[start])) yield return formula.Substring(start, end - start);
            start = end;
        }
    }
}
