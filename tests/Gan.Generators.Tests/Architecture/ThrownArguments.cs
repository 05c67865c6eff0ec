using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Architecture;

/// <summary>Which methods of a project can throw an <see cref="ArgumentException"/>, by themselves or by what they call.</summary>
internal sealed class ThrownArguments
{
    private readonly INamedTypeSymbol _argument;
    private readonly HashSet<ISymbol> _throwing = new(SymbolEqualityComparer.Default);

    public ThrownArguments(Compilation compilation)
    {
        _argument = compilation.GetTypeByMetadataName(typeof(ArgumentException).FullName!)!;
        var callers = new Dictionary<ISymbol, List<ISymbol>>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
            Read(compilation.GetSemanticModel(tree), tree.GetRoot(), callers);

        var open = new Stack<ISymbol>(_throwing);
        while (open.TryPop(out var called))
        {
            foreach (var caller in callers.GetValueOrDefault(called, []).Where(_throwing.Add))
                open.Push(caller);
        }
    }

    /// <summary>Whether the member takes something, as a parameter or by being set, and can throw one. What takes nothing calls others with arguments that are right.</summary>
    public bool Has(ISymbol member) => member switch
    {
        IMethodSymbol { Parameters.Length: > 0 } => _throwing.Contains(member),
        IPropertySymbol { SetMethod: { } set } => _throwing.Contains(set),
        _ => false,
    };

    private void Read(SemanticModel model, SyntaxNode root, Dictionary<ISymbol, List<ISymbol>> callers)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is ThrowStatementSyntax or ThrowExpressionSyntax && ThrownBy(node) is { } thrown && IsArgument(model.GetTypeInfo(thrown).Type) && MemberAround(model, node) is { } member)
                _throwing.Add(member);
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax) || IsMentioned(node) || MemberAround(model, node) is not { } caller)
                continue;
            foreach (var called in Called(model.GetSymbolInfo(node).Symbol, IsWritten(node)))
            {
                if (IsArgument(called.ContainingType) && called is IMethodSymbol { IsStatic: true } && called.Name.StartsWith("ThrowIf", StringComparison.Ordinal))
                    _throwing.Add(caller);
                if (!callers.TryGetValue(called, out var list))
                    callers[called] = list = [];
                list.Add(caller);
            }
        }
    }

    private static ExpressionSyntax? ThrownBy(SyntaxNode node) => (node as ThrowStatementSyntax)?.Expression ?? (node as ThrowExpressionSyntax)?.Expression;

    // The name of a method in nameof or in documentation does not call it.
    private static bool IsMentioned(SyntaxNode node) => node.Ancestors().Any(static ancestor => ancestor is DocumentationCommentTriviaSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } });

    private static IEnumerable<ISymbol> Called(ISymbol? symbol, bool isWritten) => symbol?.OriginalDefinition switch
    {
        IMethodSymbol method => [method.ReducedFrom ?? method],
        IPropertySymbol property => new ISymbol?[] { isWritten ? property.SetMethod : property.GetMethod }.OfType<ISymbol>(),
        _ => [],
    };

    private static bool IsWritten(SyntaxNode name)
    {
        var target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target;
    }

    private bool IsArgument(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, _argument))
                return true;
        }

        return false;
    }

    /// <summary>The method, constructor or accessor whose code this is; a lambda's is that of the member it stands in.</summary>
    private static ISymbol? MemberAround(SemanticModel model, SyntaxNode node)
    {
        var symbol = model.GetEnclosingSymbol(node.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        return symbol is IMethodSymbol ? symbol : null;
    }
}
