using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Formulas.Reading;

// Statistics of the batches real and fake, and detach.
internal partial class FormulaTranslator
{
    /// <summary>What a statistic may hold: its text is its name, which is written wherever it is used.</summary>
    private const int MaxElementSize = 1000;

    private bool _isInStatistic;

    // Whose logits the statistic is of, once that is known.
    private BatchSide? _side;

    // Within a call of nothing that is known, such as mea(real), a batch may be right: the name is the mistake.
    private int _unknownCalls;

    private bool IsInStatistic => _isInStatistic;

    /// <summary>t, which is no element of a batch.</summary>
    private Expr? OfVariable(IdentifierNameSyntax node)
        => _isInStatistic ? RefuseBatch(node, $"'{variable}' is one logit, but a statistic is of a whole batch: write real or fake in the place of {variable}") : Expr.T;

    private Expr? OfBatch(BatchSide side, IdentifierNameSyntax node)
    {
        var name = Statistic.NameOf(side);
        if (!_isInStatistic && _unknownCalls > 0) return Expr.T;
        if (!_isInStatistic) return RefuseBatch(node, $"'{name}' is a whole batch of logits, not a number: write a statistic of it, such as mean({name})", $"mean({name})");
        if (_side is { } other && other != side) return RefuseBatch(node, $"a statistic is of one batch, but this one is of {Statistic.NameOf(other)} and of {name}: take a statistic of each");
        _side = side;
        return Expr.T;
    }

    private Expr? RefuseBareFunction(IdentifierNameSyntax node) => RefuseBatch(node, $"'{node}' stands for {node}({variable}), but a statistic is of a whole batch: write {node}(real) or {node}(fake)");

    /// <summary>Whether this is a call of a function of a batch; max and min of two numbers are none.</summary>
    private bool IsOfBatch(InvocationExpressionSyntax call)
    {
        if (call.Expression is not IdentifierNameSyntax { Identifier.ValueText: var name }) return false;
        if (name != Detach.Instance.Name && BatchFunctions.Find(name) is null) return false;
        return Functions.Find(name) is null || (whyNoBatches is null && call.ArgumentList.Arguments.Count == 1);
    }

    private Expr? OfBatch(InvocationExpressionSyntax call)
    {
        var name = call.Expression.ToString();
        if (whyNoBatches is not null) return RefuseBatch(call, $"'{name}' is not for this formula: {whyNoBatches}");
        if (call.ArgumentList.Arguments.Count != 1) return Refuse(FormulaErrorKind.WrongArgumentCount, call, CountMessage(name, 1, 1, call.ArgumentList.Arguments.Count));
        if (BatchFunctions.Find(name) is not { } function) return VisitArguments(call)[0] is { } stopped ? Detach.Instance.Of(stopped) : null;

        var (outer, outerSide) = (_isInStatistic, _side);
        (_isInStatistic, _side) = (true, null);
        var element = VisitArguments(call)[0];
        var side = _side;
        (_isInStatistic, _side) = (outer, outerSide);
        return element is null ? null
            : side is null ? RefuseBatch(call, $"{name} has no batch to be taken of: write real or fake in its argument")
            : element.Size > MaxElementSize ? Unsupported(call, TooDeepMessage)
            : new Statistic(function, side.Value, element);
    }

    private Expr? RefuseBatch(SyntaxNode node, string detail, string? suggestion = null) => Refuse(FormulaErrorKind.BatchFunction, node, detail, suggestion);
}
