using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations.LossFunctions;

// A block becomes one expression: a local stands for its value, an if for a conditional whose missing side is what follows it.
internal sealed partial class BodyTranslator
{
    private readonly Dictionary<ISymbol, Expr?> _locals = new(SymbolEqualityComparer.Default);

    // A bool has no value in a formula: it is looked up where a condition stands.
    private readonly Dictionary<ISymbol, ExpressionSyntax> _conditions = new(SymbolEqualityComparer.Default);

    /// <param name="rest">The value of what follows the block.</param>
    private Expr? TranslateBlock(SyntaxList<StatementSyntax> statements, Func<Expr?> rest, int from = 0)
    {
        if (from == statements.Count) return rest();

        // Both sides of an if may go on to what follows it: that is translated once, and only if it is reached.
        var following = new Lazy<Expr?>(() => TranslateBlock(statements, rest, from + 1));
        return Translate(statements[from], () => following.Value);
    }

    private Expr? Translate(StatementSyntax statement, Func<Expr?> rest)
    {
        switch (statement)
        {
            case ReturnStatementSyntax { Expression: { } value }:
                return Visit(value);
            case BlockSyntax block:
                return TranslateBlock(block.Statements, rest);
            case EmptyStatementSyntax:
                return rest();
            case IfStatementSyntax choice:
                var then = Translate(choice.Statement, rest);
                return TranslateCondition(choice.Condition, then, choice.Else is null ? rest() : Translate(choice.Else.Statement, rest));
            case LocalDeclarationStatementSyntax declaration when declaration.UsingKeyword.IsKind(SyntaxKind.None):
                foreach (var variable in declaration.Declaration.Variables) Declare(variable);
                return rest();
            default:
                return Unsupported(statement, UnsupportedStatement.Describe(statement));
        }
    }

    private void Declare(VariableDeclaratorSyntax variable)
    {
        var local = model.GetDeclaredSymbol(variable, cancellation) as ILocalSymbol;
        if (local?.Type.SpecialType == SpecialType.System_Boolean && variable.Initializer is { } condition)
        {
            _conditions[local] = condition.Value;
            return;
        }

        var value = variable.Initializer is { } initializer
            ? Visit(initializer.Value)
            : Unsupported(variable, $"'{variable.Identifier}' must get its value where it is declared, because later assignments are not followed");
        if (local is not null) _locals[local] = value;
    }
}
