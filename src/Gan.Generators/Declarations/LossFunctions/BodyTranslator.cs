using System.Globalization;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations.LossFunctions;

/// <summary>
/// Turns the body of a method into a formula by the translator that reads formulas. Where C# means something else by the same characters, C# is followed:
/// the compiler's own values of constants, its types, its names.
/// </summary>
internal sealed partial class BodyTranslator(LossFunctionReader functions, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    : FormulaTranslator([], FormulaParser.LogitName, [], [])
{
    /// <summary>Whether something on the way is computed in float.</summary>
    public bool UsesSingle { get; private set; }

    /// <summary>The other loss functions it calls.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The method's value; null where it has an error, in <see cref="FormulaTranslator.Errors"/> unless it is one that the C# compiler reports.</summary>
    public Expr? Translate(MethodDeclarationSyntax syntax)
    {
        var value = syntax.ExpressionBody is { } expression ? Visit(expression.Expression) : TranslateBlock(syntax.Body!.Statements, static () => null);
        var body = Bounded(value, (SyntaxNode?)syntax.ExpressionBody ?? syntax.Body!);
        if (body is not null && !CanBeWritten(body)) body = Unsupported((SyntaxNode?)syntax.ExpressionBody ?? syntax.Body!, "written out as one formula, it is too long");
        if (body is null && model.GetDiagnostics(syntax.Span, cancellation).Any(static d => d.Severity == DiagnosticSeverity.Error)) Errors.Clear();
        return body;
    }

    public override Expr? Visit(SyntaxNode? node)
    {
        if (node is not ExpressionSyntax expression) return base.Visit(node);
        UsesSingle |= LossFunctionHeader.IsSingle(TypeOf(expression));
        return ConstantOf(expression) is { } value ? Number(expression, value) : base.Visit(node);
    }

    public override Expr? VisitBinaryExpression(BinaryExpressionSyntax node)
        => base.IsArithmetic(node) && IsInteger(node)
            ? Refuse(FormulaErrorKind.IntegerArithmetic, node, $"'{node}' is arithmetic on integers, which C# truncates or lets overflow: make one side a double")
            : base.VisitBinaryExpression(node);

    public override Expr? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
        => node.IsKind(SyntaxKind.UnaryMinusExpression) && IsInteger(node)
            ? Refuse(FormulaErrorKind.IntegerArithmetic, node, $"'{node}' is arithmetic on integers, which C# lets overflow: write -1.0 * {node.Operand}")
            : base.VisitPrefixUnaryExpression(node);

    /// <summary>Over the reals a cast between double and float changes nothing.</summary>
    public override Expr? VisitCastExpression(CastExpressionSyntax node)
        => model.GetTypeInfo(node.Type, cancellation).Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            ? Visit(node.Expression)
            : Unsupported(node, $"a loss function cannot cast to {node.Type}, because its values are real numbers: remove the cast");

    /// <summary>Integer steps are looked at one by one: 1 / 2 * t is 0 in C#.</summary>
    protected override bool IsArithmetic(BinaryExpressionSyntax node) => base.IsArithmetic(node) && !IsInteger(node);

    private Expr? Number(ExpressionSyntax expression, double value)
    {
        if (InexactDivision(expression) is { } division)
        {
            var inCSharp = Convert.ToString(model.GetConstantValue(division, cancellation).Value, CultureInfo.InvariantCulture);
            return Refuse(FormulaErrorKind.IntegerArithmetic, division, $"'{division}' divides integers and is {inCSharp} in C#: write {AsDouble(division.Left)} / {division.Right}, or {inCSharp}");
        }

        return double.IsNaN(value) || double.IsInfinity(value) ? Unsupported(expression, $"'{expression}' is not a finite number") : new Constant(value);
    }

    private static string AsDouble(ExpressionSyntax integer) => integer is LiteralExpressionSyntax ? $"{integer}.0" : $"(double){integer}";

    private double? ConstantOf(ExpressionSyntax expression)
        => model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: IConvertible number and not (string or bool or char) }
            ? Convert.ToDouble(number, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A division within a constant whose remainder C# drops.</summary>
    private BinaryExpressionSyntax? InexactDivision(ExpressionSyntax constant)
        => constant.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(division =>
            division.IsKind(SyntaxKind.DivideExpression) && IsInteger(division)
            && ConstantOf(division.Left) is { } left && ConstantOf(division.Right) is { } right && left % right != 0);

    private bool IsInteger(ExpressionSyntax expression)
        => TypeOf(expression)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type;

    /// <summary>Whether the attribute that repeats the body for referencing assemblies can hold it.</summary>
    private bool CanBeWritten(Expr body)
        => FormulaParser.Parse(TextPrinter.Print(body), [.. method.Parameters.Select(static p => p.Name)]).Expression is not null;
}
