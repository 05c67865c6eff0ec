using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing.Tensors;
using Gan.Generators.Penalties;

namespace Gan.Generators.Emission;

/// <summary>The formulas of penalties, as functions of tensors.</summary>
internal static class PenaltyFormulaEmitter
{
    private const string Numbers = "numbers";

    /// <summary>The hyperparameters that the formulas name, and what the numbers are called that an instance of the penalty takes for them.</summary>
    public static IEnumerable<(string Name, string Argument)> ParametersOf(Penalty penalty)
        => penalty.Formulas.SelectMany(static formula => ParametersOf(formula)).Distinct();

    /// <summary>One function for each formula.</summary>
    public static void EmitFunctions(SourceWriter writer, NamedPenalty named)
    {
        foreach (var formula in named.Penalty.Formulas)
        {
            var meaning = formula.Meaning!;
            var parameters = ParametersOf(formula).Select(static parameter => $", double {parameter.Argument}");
            writer.Write($"// {TextPrinter.Print(meaning, formula.Variable)}");
            var (statements, result) = TensorPrinter.Print(meaning, Numbers, ArgumentOf);
            var header = $"private static {TypeNames.Tensor} {FunctionOf(named, formula)}({TypeNames.Tensor} {Numbers}{string.Concat(parameters)})";
            if (statements.Count == 0)
            {
                writer.Write($"{header} => {result};").Blank();
                continue;
            }

            using (writer.Open(header))
            {
                foreach (var statement in statements)
                    writer.Write(statement);
                writer.Write($"return {result};");
            }

            writer.Blank();
        }
    }

    /// <summary>The options of the runtime's penalty that take them.</summary>
    public static IEnumerable<string> Options(NamedPenalty named) => named.Penalty.Formulas.Select(formula =>
    {
        string[] arguments = [Numbers, .. ParametersOf(formula).Select(static parameter => parameter.Argument)];
        return arguments.Length == 1 ? $"{formula.Argument} = {FunctionOf(named, formula)}" : $"{formula.Argument} = {Numbers} => {FunctionOf(named, formula)}({string.Join(", ", arguments)})";
    });

    private static string FunctionOf(NamedPenalty named, PenaltyFormula formula) => $"{named.Name}{formula.Argument}";

    private static IEnumerable<(string Name, string Argument)> ParametersOf(PenaltyFormula formula) => formula.Meaning!.ParameterNames().Select(static name => (name, ArgumentOf(name)));

    /// <summary>No keyword and none of the other parameters ends so.</summary>
    private static string ArgumentOf(string name) => name + "Value";
}
