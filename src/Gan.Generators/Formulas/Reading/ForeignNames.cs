using Gan.Generators.Formulas.FunctionTable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Formulas.Reading;

/// <summary>Functions and numbers under the names that other libraries give them: <c>F.softplus(t)</c>, <c>np.log(t)</c>, <c>t.sigmoid()</c>, <c>np.pi</c>.</summary>
internal static class ForeignNames
{
    private static readonly Dictionary<string, string> s_others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["absolute"] = "abs",
        ["fabs"] = "abs",
        ["sgn"] = "sign",
        ["clip"] = "clamp",
        ["clip_by_value"] = "clamp",
        ["expit"] = "sigmoid",
        ["σ"] = "sigmoid",
        ["LogP1"] = "log1p",
        ["ExpM1"] = "expm1",
    };

    private static readonly string[] s_numbers = ["pi", "e"];

    /// <summary>The function of the table that the last part of a name is; null where none is.</summary>
    public static string? FunctionBehind(string name)
        => s_others.TryGetValue(name, out var other) ? other
            : (Functions.Find(name) ?? Functions.Find(name.ToLowerInvariant()) ?? Functions.FindMath(name))?.Name;

    /// <summary>What to write for a function of a library's module, such as F.softplus; null where there is no such function.</summary>
    public static string? ForFunction(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax member when IsModule(member.Expression) => FunctionBehind(member.Name.Identifier.ValueText),
        IdentifierNameSyntax name => FunctionBehind(name.Identifier.ValueText),
        _ => null,
    };

    /// <summary>What to write for a call of a tensor's method, such as t.sigmoid().log(); null where there is no such function.</summary>
    public static string? ForMethod(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } || FunctionBehind(name) is not { } function) return null;
        var first = receiver is InvocationExpressionSyntax inner && ForMethod(inner) is { } rewritten ? rewritten : Unparenthesized(receiver).ToString();
        return $"{function}({string.Join(", ", call.ArgumentList.Arguments.Select(static argument => argument.ToString()).Prepend(first))})";
    }

    /// <summary>What to write for a number of a library's module, such as np.pi; null where it is none that formulas know.</summary>
    public static string? ForNumber(MemberAccessExpressionSyntax member)
        => IsModule(member.Expression) && member.Name.Identifier.ValueText.ToLowerInvariant() is var name && s_numbers.Contains(name) ? name : null;

    /// <summary>Names joined by dots.</summary>
    private static bool IsModule(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: not FormulaParser.LogitName } => true,
        MemberAccessExpressionSyntax member when member.IsKind(SyntaxKind.SimpleMemberAccessExpression) => IsModule(member.Expression),
        PredefinedTypeSyntax => true,
        _ => false,
    };

    private static ExpressionSyntax Unparenthesized(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax inner ? Unparenthesized(inner.Expression) : expression;
}
