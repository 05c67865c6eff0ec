using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Kernels;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Formulas.Writing.Tensors;

namespace Gan.Generators.Emission;

/// <summary>A loss of one logit with its slope: over lanes, and as tensor operations.</summary>
internal static class FormulaEmitter
{
    private const string Logit = "logit";

    public static void EmitStructs(SourceWriter writer, FormulaStructs formulas)
    {
        foreach (var (name, loss) in formulas.All)
        {
            EmitStruct(writer, name, loss, formulas.Hyperparameters);
            writer.Blank();
        }
    }

    /// <summary>One struct, with a number for each hyperparameter that the loss has.</summary>
    /// <param name="hyperparameters">Those that have a range.</param>
    public static void EmitStruct(SourceWriter writer, string name, Expr loss, EquatableArray<HyperparameterDeclaration> hyperparameters)
    {
        var slope = Derivative.Of(loss);
        var logarithm = LogarithmTerm.Of(loss);
        string[] statistics = [.. loss.Statistics().Select(static statistic => statistic.Name)];
        var names = Names(loss.ParameterNames(), statistics);
        var parameters = names.Count == 0 ? "" : $"({string.Join(", ", loss.ParameterNames().Select(p => $"{TypeOf(p)} {names[p]}"))})";
        var kernel = KernelPrinter.Print(loss, logarithm, slope, NumberOf);

        writer.Write($"// {TextPrinter.Print(loss)} of a logit t, with the slope {TextPrinter.Print(slope)}.");
        writer.Write(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Open($"file readonly struct {name}{parameters} : {TypeNames.Runtime}.ILossFormula"))
        {
            // A field hides the parameter of its name: nothing is computed with what was not checked.
            foreach (var parameter in loss.ParameterNames())
                writer.Write($"private readonly {TypeOf(parameter)} {names[parameter]} = {Checked(parameter)};").Blank();
            foreach (var (coefficient, value) in kernel.Coefficients)
                writer.Write($"private readonly {TypeNames.Runtime}.Coefficient {coefficient} = new({value});").Blank();
            writer.Write($"public static bool HasLogarithm => {CSharp.Literal(logarithm is not null)};");
            if (IsLine(loss))
                writer.Write("public static bool HasConstantSlope => true;");
            writer.Write($"public double LogarithmWeight => {ScalarPrinter.Print(logarithm?.Weight ?? Expr.Zero, NumberOf)};").Blank();
            using (writer.Open($"""
                [{TypeNames.MethodImpl}({TypeNames.MethodImpl}Options.AggressiveInlining)]
                public void Evaluate<T>(T t, out T loss, out T unit, out T slope) where T : struct, {TypeNames.Runtime}.ILanes<T>
                """))
            {
                foreach (var statement in kernel.Statements)
                    writer.Write(statement);
            }

            writer.Blank();
            EmitMethod("Loss", loss);
            EmitMethod("Slope", slope);
        }

        void EmitMethod(string method, Expr formula)
        {
            var header = $"public {TypeNames.Tensor} {method}({TypeNames.Tensor} {Logit})";
            var (statements, result) = TensorPrinter.Print(formula, Logit, TensorOf);
            if (statements.Count == 0)
            {
                writer.Write($"{header} => {result};");
                return;
            }

            using (writer.Open(header))
            {
                foreach (var statement in statements)
                    writer.Write(statement);
                writer.Write($"return {result};");
            }
        }

        bool IsStatistic(string parameter) => statistics.Contains(parameter);

        string TypeOf(string parameter) => IsStatistic(parameter) ? TypeNames.StatisticValue : "double";

        // A kernel computes with numbers; through a tensor the gradient goes on to the batch.
        string NumberOf(string parameter) => IsStatistic(parameter) ? names[parameter] + ".Number" : names[parameter];

        string TensorOf(string parameter) => IsStatistic(parameter) ? names[parameter] + ".Tensor" : names[parameter];

        string Checked(string parameter) => hyperparameters.FirstOrDefault(h => h.FormulaName == parameter) is { } h && HyperparameterEmitter.IsCheckedAtUse(h)
            ? HyperparameterEmitter.InRange(names[parameter], h)
            : names[parameter];
    }

    /// <summary>Whether the loss is a number times t plus a number, and written so.</summary>
    private static bool IsLine(Expr loss) => !Derivative.Of(loss).HasLogit && !loss.Has(static node => node is Call or Conditional && node.HasLogit);

    /// <summary>Hyperparameters and statistics under names that the methods do not hide.</summary>
    private static Dictionary<string, string> Names(IReadOnlyList<string> parameters, string[] statistics)
    {
        string[] hiding = [.. KernelPrinter.Reserved, Logit];
        var names = new Dictionary<string, string>();
        foreach (var parameter in parameters)
        {
            var name = Array.IndexOf(statistics, parameter) is >= 0 and var index ? "statistic" + Numbers.Text(index + 1) : parameter;
            while (hiding.Contains(name) || (name != parameter && (parameters.Contains(name) || names.ContainsValue(Identifier.Of(name))))) name += "Value";
            names.Add(parameter, Identifier.Of(name));
        }

        return names;
    }
}
