using Gan.Dsl;

namespace Gan.Generators.Declarations;

/// <summary>The updates of states: formulas of the batches and of the step.</summary>
internal static class StateReader
{
    public const string Argument = nameof(StateAttribute.Update);

    public static FormulaText FormulaOf(HyperparameterDeclaration state) => new(Argument, state.Update!, ScheduleReader.StepName);
}
