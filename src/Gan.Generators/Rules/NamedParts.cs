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
    /// <summary>Longer parts are not what a name is missed for.</summary>
    private const int MaxSize = 64;

    /// <summary>And these are hardly ever of that size.</summary>
    private const int MaxLength = 3 * MaxSize;

    private static readonly Function[] s_names = [Functions.Softplus, Functions.Sigmoid, Functions.Tanh, Functions.Expm1, Functions.Log1p];

    /// <summary>Each outermost such part of a right formula, with the call to write instead. Parts that call functions of the user's own are theirs to name.</summary>
    public static IEnumerable<(TextSpan Part, string Name)> Of(string formula, IReadOnlyCollection<string> parameterNames, IReadOnlyCollection<NamedConstant> constants)
    {
        var pending = new Stack<SyntaxNode>([SyntaxFactory.ParseExpression(formula)]);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            if (part.Span.Length <= MaxLength && part is InvocationExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ParenthesizedExpressionSyntax
                && new FormulaTranslator(parameterNames, FormulaParser.LogitName, [], constants).Translate((ExpressionSyntax)part) is { } written
                && NameOf(written) is { } name)
            {
                yield return (part.Span, name);
            }
            else
            {
                foreach (var child in part.ChildNodes()) pending.Push(child);
            }
        }
    }

    private static string? NameOf(Expr written)
    {
        if (!written.HasLogit || written.Size > MaxSize || !written.Nodes().Any(IsWrittenOut)) return null;
        var named = StableForm.Rewrite(written) switch
        {
            Call call when s_names.Contains(call.Function) => call,
            Product { Factors: [Constant { Value: -1 }, Call { Function.Name: "softplus" } softplus] } => Functions.LogSigmoid.Of(Simplifier.Simplify(-softplus.Argument)),
            _ => null,
        };
        return named is Call { Function: var function } && !Calls(function, written) ? TextPrinter.Print(named) : null;
    }

    private static bool IsWrittenOut(Expr node) => node is Call { HasLogit: true, Function.Name: "exp" or "expm1" or "log" or "log1p" };

    /// <summary>Whether the part is such a call itself, or one with its sign turned: what is written out stands in its argument then.</summary>
    private static bool Calls(Function function, Expr written)
        => (written is Product { Factors: [Constant, Call negated] } ? negated : written) is Call call
            && (call.Function == function || (function == Functions.LogSigmoid && call.Function == Functions.Softplus) || (function == Functions.Softplus && call.Function == Functions.LogSigmoid));
}
