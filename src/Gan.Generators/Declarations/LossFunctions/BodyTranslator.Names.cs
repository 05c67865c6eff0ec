using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations.LossFunctions;

internal sealed partial class BodyTranslator
{
    public override Expr? VisitIdentifierName(IdentifierNameSyntax node) => VisitName(node);

    public override Expr? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) => VisitName(node);

    public override Expr? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var arguments = VisitArguments(node);
        if (SymbolOf(node) is not IMethodSymbol callee)
            return Unsupported(node.Expression, $"'{node.Expression}' is not the name of a function");
        if (callee.ContainingType.SpecialType is SpecialType.System_Double or SpecialType.System_Single || IsMath(callee.ContainingType))
        {
            return Functions.FindMath(callee.Name) is { } function
                ? Apply(function, arguments, node)
                : Unsupported(node.Expression, $"'{node.Expression}' is not a function of formulas, which have only these of {callee.ContainingType.Name}: {string.Join(", ", Functions.MathNames)}");
        }

        if (functions.Depth > MaxDepth) return Unsupported(node, "the calls of loss functions are nested too deeply");
        return functions.CallsFrom(callee) is { Count: > 0 } calls ? Refuse(FormulaErrorKind.Recursion, node, string.Join(" → ", [.. calls, callee.Name]))
            : functions.Find(callee) is { } own ? Call(own, callee, arguments)
            : Unsupported(node.Expression, $"'{node.Expression}' cannot be called in a loss function: call methods of Math and MathF, or other [LossFunction] methods of '{method.ContainingType.Name}'");
    }

    private static bool IsMath(INamedTypeSymbol type) => type is { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>What a call leaves out C# takes from the callee's declaration.</summary>
    private Expr? Call(LossFunctionDeclaration function, IMethodSymbol callee, List<Expr?> arguments)
    {
        UsesSingle |= function.Method.IsSingle;
        Calls.Add(function.Name);
        if (!function.Method.IsFit || arguments.Contains(null)) return function.Method.IsFit ? null : Expr.T;
        var omitted = callee.Parameters.Skip(arguments.Count).Select(static p => (Expr)(LossFunctionHeader.DefaultOf(p) ?? 0));
        return function.Function.Of([.. arguments.Select(static a => a!), .. omitted]);
    }

    private Expr? VisitName(ExpressionSyntax node) => SymbolOf(node) switch
    {
        IParameterSymbol parameter when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method) =>
            parameter.Ordinal == 0 ? Expr.T : new Parameter(parameter.Name),
        // One that is not there was refused where it is declared.
        ILocalSymbol local => _locals.TryGetValue(local, out var value) ? value : null,
        IFieldSymbol field when ConstantReader.ValueOf(field, model.Compilation, cancellation) is { } value => new Constant(value),
        IFieldSymbol { IsStatic: true, IsReadOnly: true } field => Unsupported(node, $"the value of the field '{field.Name}' is not known while compiling: initialise it with a constant expression, or make it const"),
        IFieldSymbol field => Unsupported(node, $"the field '{field.Name}' may change: make it const, or pass it as a parameter"),
        IPropertySymbol property => Unsupported(node, $"the property '{property.Name}' may change: pass it as a parameter, which gets the value of the hyperparameter of its name"),
        _ => Unsupported(node, $"'{node}' is not a number that is known while compiling"),
    };

    private ISymbol? SymbolOf(ExpressionSyntax node) => model.GetSymbolInfo(node, cancellation).Symbol;
}
