using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The hyperparameters that a schedule computes, and the step that the objective is at.</summary>
internal static class ScheduleEmitter
{
    private const string Field = "_currentStep", Step = "Step", MoveTo = "MoveTo", Variables = "Variables";

    private const string Current = TypeNames.Runtime + ".CurrentStep";

    public static bool HasSchedules(ObjectiveDeclaration declaration) => declaration.Schedules.Any();

    public static IEnumerable<string> NamesOf(ObjectiveDeclaration declaration) => HasSchedules(declaration) ? [Field, Step, MoveTo, Variables] : [];

    /// <summary>The public members, where there is a schedule.</summary>
    public static IReadOnlyList<string> Signatures { get; } = [$"long {Step}", $"void {MoveTo}(long step)", $"{TypeNames.ReadOnlyList}<{TypeNames.Runtime}.HyperparameterValue> {Variables}"];

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        if (!HasSchedules(declaration)) return;
        writer.Write($"""
            private {Current} {Field};

            /// <summary>Gets the step that the schedules are at: 0, until <see cref="{MoveTo}"/> or a step of the discriminator changes it.</summary>
            public {Signatures[0]} => {Field}.Value;

            /// <summary>Moves the schedules to a step. <c>DiscriminatorTerms</c> does this with its own step.</summary>
            /// <param name="step">The number of the discriminator's step, from 0.</param>
            /// <exception cref="{TypeNames.ArgumentOutOfRange}">The step is negative.</exception>
            public {Signatures[1]} => {Field} = {Current}.At(step);

            /// <summary>Gets the hyperparameters that change during training, with their values at the current <see cref="{Step}"/>.</summary>
            public {Signatures[2]} => [{string.Join(", ", declaration.Schedules.Select(static entry => HyperparameterEmitter.Value(entry.Hyperparameter)))}];
            """).Blank();
        foreach (var (hyperparameter, formula) in declaration.Schedules)
        {
            if (hyperparameter.Shape.ToImplement is { } part && DeclaredFormula.Parse(declaration, formula).Expression is { } schedule)
                writer.Write($"// {hyperparameter.FormulaName} = {TextPrinter.Print(schedule, ScheduleReader.StepName)}\n{HyperparameterEmitter.Header(hyperparameter.Property, part)} => {Value(schedule, hyperparameter, declaration)};").Blank();
        }
    }

    private static string Value(Expr schedule, HyperparameterDeclaration scheduled, ObjectiveDeclaration declaration)
    {
        var code = ScalarPrinter.Print(OfScalars(schedule.ReplaceLogit(new Parameter(ScheduleReader.StepName))), NameOf);
        return $"{TypeNames.Runtime}.HyperparameterChecks.Scheduled({code}, {CSharp.Literal(scheduled.Property)}, {Field}.Value, {HyperparameterEmitter.Range(scheduled)})";

        string NameOf(string parameter)
            => parameter == ScheduleReader.StepName ? $"(double){Field}.Value" : HyperparameterEmitter.Checked(declaration.Hyperparameters.First(h => h.FormulaName == parameter));
    }

    /// <summary>The formula in functions that System.Math has.</summary>
    private static Expr OfScalars(Expr formula)
    {
        var over = formula.WithChildren(formula.Children.Select(OfScalars).ToEquatableArray());
        return over is Call { Function: { Scalar: null } function } call && function.Definition(call.Arguments) is { } definition ? OfScalars(definition) : over;
    }
}
