using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mutate;

/// <summary>One small change, as a slip of the hand makes it.</summary>
/// <param name="Owner">The expression or statement that stands in two versions in the compiled code.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Replacement">By what.</param>
internal sealed record Mutant(SyntaxNode Owner, TextSpan Span, string Replacement)
{
    private static readonly Dictionary<SyntaxKind, string[]> s_operators = new()
    {
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.LessThanToken] = ["<=", ">"],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">="],
        [SyntaxKind.GreaterThanToken] = [">=", "<"],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<="],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.PlusEqualsToken] = ["-="],
        [SyntaxKind.MinusEqualsToken] = ["+="],
    };

    private static readonly Dictionary<string, string> s_names = new()
    {
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["AddUp"] = "AddDown",
        ["AddDown"] = "AddUp",
        ["MultiplyUp"] = "MultiplyDown",
        ["MultiplyDown"] = "MultiplyUp",
        ["IsPositive"] = "IsNotNegative",
        ["IsNotNegative"] = "IsPositive",
        ["IsNegative"] = "IsNotPositive",
        ["IsNotPositive"] = "IsNegative",
        ["IsProved"] = "IsRefuted",
        ["Low"] = "High",
        ["High"] = "Low",
    };

    public string File => Owner.SyntaxTree.FilePath;

    /// <summary>The changed lines with the change in them, whatever line it is: the same after an edit elsewhere.</summary>
    public string Id { get; private set; } = "";

    public int Line => Owner.SyntaxTree.GetText().Lines.GetLineFromPosition(Span.Start).LineNumber + 1;

    /// <summary>Whether it counts when the assembly is loaded, and so only in a new copy.</summary>
    public bool IsOfStatic => Owner.Ancestors().TakeWhile(static a => a is not AnonymousFunctionExpressionSyntax)
        .Any(static a => a is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } }
            || (a is ConstructorDeclarationSyntax made && made.Modifiers.Any(SyntaxKind.StaticKeyword)));

    /// <summary>The owner with the change.</summary>
    public string Text => SourceText.From(Owner.ToString()).WithChanges(new TextChange(new TextSpan(Span.Start - Owner.SpanStart, Span.Length), Replacement)).ToString();

    /// <summary>Every mutant of a file that can stand beside the original: none in what the compiler takes for a constant.</summary>
    public static IReadOnlyList<Mutant> Of(SyntaxNode root)
    {
        var mutants = All(root).ToList();
        foreach (var same in mutants.GroupBy(static mutant => mutant.Change()))
        {
            foreach (var (mutant, i) in same.Select(static (mutant, i) => (mutant, i)))
                mutant.Id = same.Key + (i == 0 ? "" : $" ({i + 1})");
        }

        return mutants;
    }

    private static IEnumerable<Mutant> All(SyntaxNode root)
        => from node in root.DescendantNodes()
           where !node.AncestorsAndSelf().Any(a => IsConstant(a) || IsMessage(a))
           from change in OfNode(node)
           let owner = OwnerOf(node)
           where owner is not null && !Declares(owner)
           select new Mutant(owner, change.Span, change.Text);

    private string Change()
    {
        var text = Owner.SyntaxTree.GetText();
        var (first, last) = (text.Lines.GetLineFromPosition(Span.Start), text.Lines.GetLineFromPosition(Span.End));
        return $"{Path.GetFileName(File)}: {Flat(text, first.Start, Span.Start).TrimStart()}«{Short(Flat(text, Span.Start, Span.End))} → {Short(Replacement)}»{Flat(text, Span.End, last.End).TrimEnd()}";

        static string Flat(SourceText text, int start, int end) => string.Join(' ', text.ToString(TextSpan.FromBounds(start, end)).Split('\n', StringSplitOptions.TrimEntries));

        static string Short(string text) => text.Length > 80 ? text[..40] + "…" + text[^40..] : text;
    }

    private static IEnumerable<(TextSpan Span, string Text)> OfNode(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => Operators(binary.OperatorToken),
        RelationalPatternSyntax pattern => Operators(pattern.OperatorToken),
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment => Operators(assignment.OperatorToken),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.LogicalNotExpression } unary => [(unary.OperatorToken.Span, " ")],
        LiteralExpressionSyntax { Parent: not (ConstantPatternSyntax or RelationalPatternSyntax) } literal => OfLiteral(literal),
        ConditionalExpressionSyntax c => [(TextSpan.FromBounds(c.WhenTrue.SpanStart, c.WhenFalse.Span.End), $"({c.WhenFalse}) : ({c.WhenTrue})")],
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax } statement => [(statement.Span, ";")],
        YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldReturnStatement } statement => [(statement.Span, ";")],
        IfStatementSyntax { Else: null } statement => [(statement.Span, ";")],
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax member } name when member.Name == name && s_names.TryGetValue(name.Identifier.ValueText, out var other) => [(name.Span, other)],
        _ => [],
    };

    private static IEnumerable<(TextSpan, string)> Operators(SyntaxToken token)
        => s_operators.TryGetValue(token.Kind(), out var others) ? others.Select(other => (token.Span, other)) : [];

    private static IEnumerable<(TextSpan, string)> OfLiteral(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        true => [(literal.Span, "false")],
        false => [(literal.Span, "true")],
        int => [(literal.Span, $"({literal} + 1)")],
        double => [(literal.Span, $"({literal} * 1.01 + 1e-3)")],
        float => [(literal.Span, $"({literal} * 1.01f + 1e-3f)")],
        _ => [],
    };

    private static bool IsConstant(SyntaxNode node) => node is AttributeSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or CaseSwitchLabelSyntax
        || (node is BaseFieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
        || (node is LocalDeclarationStatementSyntax local && local.Modifiers.Any(SyntaxKind.ConstKeyword));

    /// <summary>Words for a reader, and what leads to them: no value hangs on it.</summary>
    private static bool IsMessage(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax or InterpolatedStringExpressionSyntax;

    /// <summary>The smallest whole around a change: a name's call, a pattern's switch.</summary>
    private static SyntaxNode? OwnerOf(SyntaxNode node) => node switch
    {
        StatementSyntax => node,
        AssignmentExpressionSyntax => node.Parent,
        RelationalPatternSyntax => node.Ancestors().FirstOrDefault(static a => a is SwitchExpressionSyntax or IsPatternExpressionSyntax),
        IdentifierNameSyntax => node.Parent!.Parent is InvocationExpressionSyntax call && call.Expression == node.Parent ? call : node.Parent,
        _ => node,
    };

    /// <summary>Whether a second version would declare a name twice.</summary>
    private static bool Declares(SyntaxNode owner) => owner is ExpressionSyntax and not SwitchExpressionSyntax
        && owner.DescendantNodes(static n => n is not (LambdaExpressionSyntax or SwitchExpressionSyntax)).Any(static n => n is SingleVariableDesignationSyntax);
}
