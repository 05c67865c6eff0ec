using System.Globalization;

namespace Gan.Generators.Formulas.Operations;

/// <summary>A graph as the statements of a method in single assignment. What is used more than once, or is long, gets a name.</summary>
/// <param name="logit">The name of t.</param>
/// <param name="type">The type of t and of each result. It is written out, since "var" may be a type of the user's.</param>
/// <param name="names">Names the results.</param>
internal class Statements(string logit, string type, FreeNames names)
{
    /// <summary>The longest expression that is written within another.</summary>
    private const int MaxLength = 72;

    private readonly Dictionary<OperationNode, int> _uses = [];
    private readonly Dictionary<OperationNode, (string Text, int Level)> _texts = [];
    private readonly List<string> _lines = [];

    /// <summary>The statements before the results, and an expression for each of these.</summary>
    public (IReadOnlyList<string> Lines, IReadOnlyList<string> Results) Of(params OperationNode[] results)
    {
        foreach (var result in results) Count(result);
        var texts = results.Select(result => Text(result, Operation.Lowest, isResult: true)).ToList();
        return (_lines, texts);
    }

    /// <summary>What is written for a node.</summary>
    protected virtual (Operation Operation, IReadOnlyList<OperationNode> Operands) Written(OperationNode node) => (node.Operation!, node.Operands);

    protected bool IsUsedOnce(OperationNode node) => _uses[node] == 1;

    private void Count(OperationNode node)
    {
        _uses[node] = _uses.TryGetValue(node, out var uses) ? uses + 1 : 1;
        if (uses > 0) return;
        foreach (var operand in node.Operands) Count(operand);
    }

    private string Text(OperationNode node, int needed, bool isResult = false)
    {
        if (!_texts.TryGetValue(node, out var known)) _texts.Add(node, known = First(node, isResult));
        return known.Level < needed ? $"({known.Text})" : known.Text;
    }

    private (string Text, int Level) First(OperationNode node, bool isResult)
    {
        if (node.Operation is null) return (logit, Operation.Primary);
        var (operation, inputs) = Written(node);
        var operands = inputs.Select((operand, i) => (object)Text(operand, operation.NeedOf(i))).ToArray();
        var text = string.Format(CultureInfo.InvariantCulture, operation.Format, operands);
        if (node.IsAtom || (IsUsedOnce(node) && (isResult || (!operation.IsNamed && text.Length <= MaxLength)))) return (text, operation.Level);
        var name = names.Next(operation.Name);
        _lines.Add($"{type} {name} = {text};");
        return (name, Operation.Primary);
    }
}
