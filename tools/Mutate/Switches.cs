using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutate;

/// <summary>Writes every mutant beside its original: one assembly holds them all, and a number says which one is on.</summary>
internal sealed class Switches(IEnumerable<(Mutant Mutant, int Number)> mutants) : CSharpSyntaxRewriter
{
    /// <summary>What <c>On</c> can be besides the number of a mutant; a loop or a recursion that never ends meets a switch, and so ends.</summary>
    public const int None = 0, Record = -1, Stop = -2;

    public static readonly string Source = $$"""
        internal static class MutantSwitch
        {
            public static volatile int On;
            public static bool[] Reached;
            public static bool Is(int number) => On != {{None}} && IsOn(number);
            private static bool IsOn(int number)
            {
                System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                return On == number || (On < 0 && IsNot(number));
            }
            private static bool IsNot(int number)
            {
                if (On == {{Stop}}) throw new System.TimeoutException("The mutant takes too long.");
                Reached[number] = true;
                return false;
            }
        }
        """;

    private readonly ILookup<SyntaxNode, (Mutant Mutant, int Number)> _byOwner = mutants.ToLookup(static entry => entry.Mutant.Owner);

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        if (node is null || !_byOwner.Contains(node)) return visited;
        foreach (var (mutant, number) in _byOwner[node])
        {
            visited = node is StatementSyntax
                ? SyntaxFactory.ParseStatement($"if (global::MutantSwitch.Is({number})) {{ {mutant.Text}\n }} else {{ {visited!.ToFullString()}\n }}")
                : SyntaxFactory.ParseExpression($"(global::MutantSwitch.Is({number}) ? ({mutant.Text}\n) : ({visited!.ToFullString()}\n))");
            visited = visited.WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.LineFeed).WithAdditionalAnnotations(new SyntaxAnnotation(nameof(Mutant), $"{number}"));
        }

        return visited;
    }
}
