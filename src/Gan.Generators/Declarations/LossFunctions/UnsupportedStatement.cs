using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations.LossFunctions;

/// <summary>Says in words what a statement that no formula can say is, and what to write instead where there is something.</summary>
internal static class UnsupportedStatement
{
    public static string Describe(StatementSyntax statement) => statement switch
    {
        ForStatementSyntax or ForEachStatementSyntax or ForEachVariableStatementSyntax or WhileStatementSyntax or DoStatementSyntax =>
            $"a loss function cannot contain a '{statement.GetFirstToken()}' loop: write one expression of its argument",
        SwitchStatementSyntax => "a loss function cannot contain a switch statement: write a switch expression",
        ThrowStatementSyntax => "a loss function cannot throw: it has a value for every logit",
        LocalFunctionStatementSyntax => "a loss function cannot contain a local function: make it another [LossFunction] method",
        ExpressionStatementSyntax { Expression: var expression } => OfExpression(expression),
        LocalDeclarationStatementSyntax => "a loss function cannot contain a 'using' declaration: remove 'using'",
        _ => $"a loss function cannot contain a '{statement.GetFirstToken()}' statement: use only locals, 'if' and 'return'",
    };

    private static string OfExpression(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax assignment => $"'{assignment.Left}' cannot be assigned to: declare another local for the new value",
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax when expression.Kind() is SyntaxKind.PreIncrementExpression
            or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression =>
            $"'{expression}' changes a variable: declare another local for the new value",
        _ => $"'{expression}' is a statement without a value, which no loss can depend on: remove it",
    };
}
