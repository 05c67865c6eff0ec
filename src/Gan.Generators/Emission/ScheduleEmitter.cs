using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The hyperparameters that a schedule computes.</summary>
internal static class ScheduleEmitter
{
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var (hyperparameter, formula) in declaration.Schedules)
        {
            if (hyperparameter.Shape.ToImplement is { } part && DeclaredFormula.Parse(declaration, formula).Expression is { } schedule)
                writer.Write($"// {hyperparameter.FormulaName} = {TextPrinter.Print(schedule, ScheduleReader.StepName)}\n{HyperparameterEmitter.Header(hyperparameter.Property, part)} => {Value(schedule, hyperparameter, declaration)};").Blank();
        }
    }

    private static string Value(Expr schedule, HyperparameterDeclaration scheduled, ObjectiveDeclaration declaration)
        => $"{TypeNames.Runtime}.HyperparameterChecks.Scheduled({StepFormula.Print(schedule, declaration)}, {CSharp.Literal(scheduled.Property)}, {VariableEmitter.StepField}.Value, {HyperparameterEmitter.Range(scheduled)})";
}
