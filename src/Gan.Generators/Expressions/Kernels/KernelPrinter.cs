using System.Globalization;

namespace Gan.Generators.Expressions.Kernels;

/// <summary>A loss and its slope over lanes, as the statements of one method body in single assignment: what both need is computed once.</summary>
internal static class KernelPrinter
{
    /// <summary>The names that the method itself takes.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["t", "loss", "unit", "slope"];

    /// <param name="loss">φ, simplified.</param>
    /// <param name="logarithm">Its term that is a logarithm, if it has one.</param>
    /// <param name="slope">φ', simplified.</param>
    /// <param name="parameter">Writes a hyperparameter as a C# identifier.</param>
    public static (IReadOnlyList<string> Statements, IReadOnlyList<(string Name, string Value)> Coefficients) Print(Expr loss, LogarithmTerm? logarithm, Expr slope, Func<string, string> parameter)
    {
        var names = new FreeNames(loss.ParameterNames().Select(parameter).Concat(Reserved));
        var (graph, coefficients) = (new KernelGraph(), new KernelCoefficients(names));
        var lowering = new KernelLowering(graph, parameter, coefficients);
        (string Name, KernelNode Value)[] results = [
            ("loss", Keeping(logarithm?.Rest ?? loss, loss)),
            ("unit", logarithm is null ? graph.All(0) : lowering.Decay(logarithm.Argument)),
            ("slope", Keeping(slope, slope)),
        ];
        return (new Statements(names).Of(results), coefficients.All);

        // A NaN of t is never lost.
        KernelNode Keeping(Expr value, Expr whole) => KernelLowering.KeepsNaN(whole) ? lowering.Lower(value) : graph.Of(KernelOperation.NaNOf, graph.Logit, lowering.Lower(value));
    }

    private sealed class Statements(FreeNames names)
    {
        /// <summary>The longest expression that is written within another.</summary>
        private const int MaxLength = 72;

        private readonly Dictionary<KernelNode, int> _uses = [];
        private readonly Dictionary<KernelNode, (string Text, int Level)> _texts = [];
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Of(IReadOnlyList<(string Name, KernelNode Value)> results)
        {
            foreach (var (_, value) in results) Count(value);
            var assignments = new List<string>();
            foreach (var (name, value) in results) assignments.Add($"{name} = {Text(value, KernelOperation.Lowest, isResult: true)};");
            return [.. _lines, .. assignments];
        }

        private void Count(KernelNode node)
        {
            _uses[node] = _uses.TryGetValue(node, out var uses) ? uses + 1 : 1;
            if (uses > 0) return;
            foreach (var operand in node.Operands) Count(operand);
        }

        private string Text(KernelNode node, int needed, bool isResult = false)
        {
            if (!_texts.TryGetValue(node, out var known)) _texts.Add(node, known = First(node, isResult));
            return known.Level < needed ? $"({known.Text})" : known.Text;
        }

        private (string Text, int Level) First(KernelNode node, bool isResult)
        {
            if (node.Operation is not { } operation) return ("t", KernelOperation.Primary);
            var inputs = node.Operands;
            // A reciprocal that nothing else needs: one operation less, and one rounding.
            if (operation == KernelOperation.Multiply && inputs[1].Operation == KernelOperation.Reciprocal && _uses[inputs[1]] == 1)
                (operation, inputs) = (KernelOperation.Divide, [inputs[0], inputs[1].Operands[0]]);
            var operands = inputs.Select((operand, i) => (object)Text(operand, operation.NeedOf(i))).ToArray();
            var text = string.Format(CultureInfo.InvariantCulture, operation.Format, operands);
            if (node.IsAtom || (_uses[node] == 1 && (isResult || (!operation.IsNamed && text.Length <= MaxLength)))) return (text, operation.Level);
            var name = names.Next(operation.Name);
            _lines.Add($"var {name} = {text};");
            return (name, KernelOperation.Primary);
        }
    }
}
