using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Expressions;

internal sealed partial class FormulaTranslator
{
    private static readonly Dictionary<string, double> Constants = new() { ["pi"] = Math.PI, ["e"] = Math.E };

    public override Expr? VisitIdentifierName(IdentifierNameSyntax node)
    {
        var name = node.Identifier.ValueText;
        if (name == variable) return Expr.T;
        if (parameterNames.Contains(name)) return new Parameter(name);
        if (Constants.TryGetValue(name, out var value)) return new Constant(value);
        if (Functions.Find(name) is { } function) return Apply(function, [Expr.T], node);

        var known = parameterNames.Append(variable).Concat(Functions.Names).Concat(Constants.Keys);
        return Unknown(FormulaErrorKind.UnknownName, node, name, known);
    }

    public override Expr? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (!IsMath(node.Expression)) return DefaultVisit(node);
        return node.Name.Identifier.ValueText switch
        {
            "PI" => new Constant(Math.PI),
            "E" => new Constant(Math.E),
            var name => Unknown(FormulaErrorKind.UnknownName, node.Name, name, ["PI", "E"]),
        };
    }

    public override Expr? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var arguments = new List<Expr?>();
        foreach (var argument in node.ArgumentList.Arguments)
        {
            var plain = argument.NameColon is null && argument.RefKindKeyword.IsKind(SyntaxKind.None);
            arguments.Add(plain ? Visit(argument.Expression) : Unsupported(argument, "arguments are given by position, without a name, ref or out"));
        }

        var function = FindFunction(node.Expression);
        return function is null ? null : Apply(function, arguments, node);
    }

    private Function? FindFunction(ExpressionSyntax callee)
    {
        switch (callee)
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                if (Functions.Find(name) is { } function) return function;
                Unknown(FormulaErrorKind.UnknownFunction, callee, name, Functions.Names);
                return null;
            case MemberAccessExpressionSyntax member when IsMath(member.Expression):
                var method = member.Name.Identifier.ValueText;
                if (Functions.FindMath(method) is { } math) return math;
                Unknown(FormulaErrorKind.UnknownFunction, member.Name, method, Functions.MathNames);
                return null;
            default:
                Unsupported(callee, $"'{callee}' is not the name of a function");
                return null;
        }
    }

    private Expr? Apply(Function function, List<Expr?> arguments, SyntaxNode call)
    {
        // Math.Log(x, b) is the one method with an optional base.
        if (function == Functions.Log && arguments.Count == 2)
            return arguments[0] is { } x && arguments[1] is { } b ? Functions.Log.Of(x) / Functions.Log.Of(b) : null;

        if (arguments.Count < function.RequiredArguments || arguments.Count > function.Arity)
        {
            Errors.Add(new(FormulaErrorKind.WrongArgumentCount, call.SpanStart, call.Span.Length, CountMessage(function, arguments.Count)));
            return null;
        }

        if (arguments.Contains(null)) return null;
        var missing = function.Arity - arguments.Count;
        var defaults = function.Defaults.Skip(function.Defaults.Length - missing).Select(value => (Expr)value);
        return function.Of([.. arguments.Select(a => a!), .. defaults]);
    }

    private static string CountMessage(Function function, int given)
    {
        var takes = function.RequiredArguments == function.Arity ? $"{function.Arity}" : $"{function.RequiredArguments} or {function.Arity}";
        return $"{function.Name} takes {takes} argument{(takes == "1" ? "" : "s")}, not {given}";
    }

    private Expr? Unknown(FormulaErrorKind kind, SyntaxNode node, string name, IEnumerable<string> known)
    {
        Errors.Add(new(kind, node.SpanStart, node.Span.Length, name, NearestName.Find(name, known)));
        return null;
    }

    private static bool IsMath(ExpressionSyntax expression) => expression.ToString() is "Math" or "MathF" or "System.Math" or "System.MathF"
        or "global::System.Math" or "global::System.MathF";
}
