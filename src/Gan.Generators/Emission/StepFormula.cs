using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Emission;

/// <summary>A formula of the step, and perhaps of statistics of the batches, as a number that C# computes.</summary>
internal static class StepFormula
{
    /// <param name="formula">The formula, whose variable is the step.</param>
    /// <param name="declaration">Whose hyperparameters it names.</param>
    /// <param name="statistic">Writes the value of a statistic.</param>
    public static string Print(Expr formula, ObjectiveDeclaration declaration, Func<Statistic, string>? statistic = null)
    {
        var statistics = formula.Statistics();
        return ScalarPrinter.Print(OfScalars(formula.ReplaceLogit(new Parameter(ScheduleReader.StepName))), NameOf);

        string NameOf(string parameter)
            => parameter == ScheduleReader.StepName ? $"(double){VariableEmitter.StepField}.Value"
                : statistics.FirstOrDefault(s => s.Name == parameter) is { } read ? statistic!(read)
                : HyperparameterEmitter.Checked(declaration.Hyperparameters.First(h => h.FormulaName == parameter));
    }

    /// <summary>The formula in functions that System.Math has.</summary>
    private static Expr OfScalars(Expr formula)
    {
        var over = formula.WithChildren(formula.Children.Select(OfScalars).ToEquatableArray());
        return over is Call { Function: { Scalar: null } function } call && function.Definition(call.Arguments) is { } definition ? OfScalars(definition) : over;
    }
}
