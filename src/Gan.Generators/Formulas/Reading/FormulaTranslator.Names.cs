using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Formulas.Reading;

internal partial class FormulaTranslator
{
    private const string Function = "a function";

    private static readonly Dictionary<string, double> Constants = new() { ["pi"] = Math.PI, ["e"] = Math.E };

    public override Expr? VisitIdentifierName(IdentifierNameSyntax node)
    {
        var name = node.Identifier.ValueText;
        var constant = constants.FirstOrDefault(c => c.Name == name);
        if (constant?.Value is { } number)
            return MeaningOf(name) is { } meaning ? Refuse(FormulaErrorKind.AmbiguousName, node, meaning) : new Constant(number);

        if (name == variable) return OfVariable(node);
        if (parameterNames.Contains(name)) return new Parameter(name);
        if (Constants.TryGetValue(name, out var value)) return new Constant(value);
        if (IsInStatistic && MeaningOf(name) == Function) return RefuseBareFunction(node);
        if (Functions.Find(name) is { } function) return Apply(function, [Expr.T], node);
        if (FindUserFunction(name) is { } own) return Apply(own, [Expr.T], node);
        if (whyNoBatches is null && BatchNames.SideOf(name) is { } side) return OfBatch(side, node);
        if (constant is not null) return Refuse(FormulaErrorKind.NotConstant, node, constant.Advice);
        if (DataNames.AdviceFor(name, variable) is { } advice) return Refuse(FormulaErrorKind.DataName, node, advice, DataNames.ReplacementFor(name, variable));

        var known = parameterNames.Append(variable).Concat(FunctionNames).Concat(Constants.Keys).Concat(constants.Where(static c => c.Value is not null).Select(static c => c.Name));
        return Unknown(FormulaErrorKind.UnknownName, node, name, known);
    }

    /// <summary>What a name is in this formula without the user's own constants; null where it is free.</summary>
    private string? MeaningOf(string name)
        => name == variable ? "the variable of the formula"
            : parameterNames.Contains(name) ? "a hyperparameter"
            : Constants.ContainsKey(name) ? "a number that every formula knows"
            : Functions.Find(name) is not null || FindUserFunction(name) is not null ? Function
            : null;

    public override Expr? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (!IsMath(node.Expression))
            return ForeignNames.ForNumber(node) is { } known ? Refuse(FormulaErrorKind.UnknownName, node, node.ToString(), known) : DefaultVisit(node);
        return node.Name.Identifier.ValueText switch
        {
            "PI" => new Constant(Math.PI),
            "E" => new Constant(Math.E),
            var name => Unknown(FormulaErrorKind.UnknownName, node.Name, name, ["PI", "E"]),
        };
    }

    public override Expr? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var own = node.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } ? FindUserFunction(name) : null;
        if (own is null && IsPaperNotation(node)) return RefusePaperNotation(node);
        if (own is null && IsOfBatch(node)) return OfBatch(node);
        var isKnown = own is not null || node.Expression is not IdentifierNameSyntax { Identifier.ValueText: var called } || Functions.Find(called) is not null;
        if (!isKnown) _unknownCalls++;
        var arguments = VisitArguments(node);
        if (!isKnown) _unknownCalls--;
        if (own is not null) return Apply(own, arguments, node);
        if (node.Expression is MemberAccessExpressionSyntax && ForeignNames.ForFunction(node.Expression) is null && ForeignNames.ForMethod(node) is { } instead)
            return Refuse(FormulaErrorKind.UnknownFunction, node, node.ToString(), instead);
        var function = FindFunction(node.Expression);
        return function is null ? null : Apply(function, arguments, node);
    }

    public override Expr? VisitElementAccessExpression(ElementAccessExpressionSyntax node) => IsPaperNotation(node) ? RefusePaperNotation(node) : DefaultVisit(node);

    /// <summary>Of a loss function's body C# speaks itself; the f of a divergence has no logit.</summary>
    private bool IsPaperNotation(SyntaxNode node) => variable == FormulaParser.LogitName && PaperNotation.Is(node);

    private Expr? RefusePaperNotation(SyntaxNode node)
        => Refuse(FormulaErrorKind.PaperNotation, node, node.ToString(), IsInStatistic ? Statistic.NameOf(PaperNotation.IsOfGenerated(node) ? BatchSide.Fake : BatchSide.Real) : PaperNotation.FormulaFor(node));

    protected List<Expr?> VisitArguments(InvocationExpressionSyntax call)
    {
        var arguments = new List<Expr?>();
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var plain = argument.NameColon is null && argument.RefKindKeyword.IsKind(SyntaxKind.None);
            arguments.Add(plain ? Visit(argument.Expression) : Unsupported(argument, "arguments are given by position, without a name, ref or out"));
        }

        return arguments;
    }

    private IEnumerable<string> FunctionNames => Functions.Names.Concat(whyNoBatches is null ? BatchNames.Functions : []).Concat(userFunctions.Select(f => f.Name));

    private UserFunction? FindUserFunction(string name) => userFunctions.FirstOrDefault(f => f.Name == name);

    private Function? FindFunction(ExpressionSyntax callee)
    {
        switch (callee)
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                if (Functions.Find(name) is { } function) return function;
                Refuse(FormulaErrorKind.UnknownFunction, callee, name, ForeignNames.ForFunction(callee) ?? NearestName.Find(name, FunctionNames));
                return null;
            case MemberAccessExpressionSyntax member when IsMath(member.Expression):
                var method = member.Name.Identifier.ValueText;
                if (Functions.FindMath(method) is { } math) return math;
                if (ForeignNames.ForFunction(callee) is { } instead) Refuse(FormulaErrorKind.UnknownFunction, callee, callee.ToString(), instead);
                else Unknown(FormulaErrorKind.UnknownFunction, member.Name, method, Functions.MathNames);
                return null;
            case MemberAccessExpressionSyntax when ForeignNames.ForFunction(callee) is { } known:
                Refuse(FormulaErrorKind.UnknownFunction, callee, callee.ToString(), known);
                return null;
            default:
                Unsupported(callee, $"'{callee}' is not the name of a function");
                return null;
        }
    }

    /// <summary>A parameter that the call leaves out is the hyperparameter of its name, else its default.</summary>
    private Expr? Apply(UserFunction function, List<Expr?> arguments, SyntaxNode call)
    {
        if (arguments.Count == 0 || arguments.Count > function.Arity)
            return Refuse(FormulaErrorKind.WrongArgumentCount, call, CountMessage(function.Name, 1, function.Arity, arguments.Count));

        var missing = function.Parameters.Skip(arguments.Count - 1).ToArray();
        if (missing.FirstOrDefault(p => p.Default is null && !parameterNames.Contains(p.Name)) is { } unbound)
            return Refuse(FormulaErrorKind.WrongArgumentCount, call, $"{function.Name} needs '{unbound.Name}', which is not a hyperparameter: declare one, or give an argument");

        if (arguments.Contains(null)) return null;
        var bound = missing.Select(p => parameterNames.Contains(p.Name) ? new Parameter(p.Name) : (Expr)p.Default!.Value);
        return function.Of([.. arguments.Select(a => a!), .. bound]);
    }

    protected Expr? Apply(Function function, List<Expr?> arguments, SyntaxNode call)
    {
        // Math.Log(x, b) is the one method with an optional base.
        if (function == Functions.Log && arguments.Count == 2)
            return arguments[0] is { } x && arguments[1] is { } b ? Functions.Log.Of(x) / Functions.Log.Of(b) : null;

        if (arguments.Count < function.RequiredArguments || arguments.Count > function.Arity)
            return Refuse(FormulaErrorKind.WrongArgumentCount, call, CountMessage(function.Name, function.RequiredArguments, function.Arity, arguments.Count));

        if (arguments.Contains(null)) return null;
        var missing = function.Arity - arguments.Count;
        var defaults = function.Defaults.Skip(function.Defaults.Length - missing).Select(value => (Expr)value);
        return function.Of([.. arguments.Select(a => a!), .. defaults]);
    }

    private static string CountMessage(string function, int least, int most, int given)
    {
        var takes = least == most ? $"{most}" : $"{least} {(most == least + 1 ? "or" : "to")} {most}";
        return $"{function} takes {takes} argument{(takes == "1" ? "" : "s")}, not {given}";
    }

    protected Expr? Unknown(FormulaErrorKind kind, SyntaxNode node, string name, IEnumerable<string> known)
        => Refuse(kind, node, name, NearestName.Find(name, known));

    private static bool IsMath(ExpressionSyntax expression) => expression.ToString() is "Math" or "MathF" or "System.Math" or "System.MathF"
        or "global::System.Math" or "global::System.MathF";
}
