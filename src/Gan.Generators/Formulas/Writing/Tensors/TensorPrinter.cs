using Gan.Generators.Basics;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Writing.Tensors;

/// <summary>
/// A formula as C# over TorchSharp tensors. The result has the logits' shape and dtype (numbers enter as scalars,
/// which never promote), is connected to the logits' graph even where the formula is constant, keeps NaN, and can be differentiated twice.
/// </summary>
internal static class TensorPrinter
{
    public const string Tensor = "global::TorchSharp.torch.Tensor";

    /// <param name="expression">The formula; simplify it first.</param>
    /// <param name="logit">The local that holds the logits.</param>
    /// <param name="parameter">Writes a hyperparameter as a C# expression of type double that needs no parentheses; its own name if left out.</param>
    /// <returns>The statements that go before, and the expression of the result.</returns>
    public static (IReadOnlyList<string> Statements, string Result) Print(Expr expression, string logit, Func<string, string>? parameter = null)
    {
        parameter ??= static name => name;
        var names = new FreeNames(expression.ParameterNames().Select(parameter).Append(logit));
        var (lines, results) = new Statements(logit, Tensor, names).Of(new TensorLowering(parameter).Lower(expression));
        Work.Count((lines.Sum(static line => line.Length) + results[0].Length) / TextPrinter.CharactersANode);
        return (lines, results[0]);
    }
}
