using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Rules;

/// <summary>The parts of a formula that are written out by exponentials and logarithms, though one function of the table is what they come to.</summary>
internal static class NamedParts
{
    /// <summary>Longer ones are hardly ever of a size that has a name.</summary>
    private const int MaxLength = 3 * NamedForm.MaxSize;

    /// <summary>Each outermost such part of a right formula, with the call to write instead. Parts that call functions of the user's own are theirs to name.</summary>
    public static IEnumerable<(TextSpan Part, string Name)> Of(string formula, IReadOnlyCollection<string> parameterNames, IReadOnlyCollection<NamedConstant> constants)
    {
        var pending = new Stack<SyntaxNode>([SyntaxFactory.ParseExpression(formula)]);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            if (part.Span.Length <= MaxLength && part is InvocationExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ParenthesizedExpressionSyntax
                && new FormulaTranslator(parameterNames, FormulaParser.LogitName, [], constants).Translate((ExpressionSyntax)part) is { } written
                && NamedForm.Of(written) is { } name)
            {
                yield return (part.Span, TextPrinter.Print(name));
            }
            else
            {
                foreach (var child in part.ChildNodes()) pending.Push(child);
            }
        }
    }
}
