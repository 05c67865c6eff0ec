using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The numbers that an objective updates from the logits of each step of D.</summary>
internal static class StateEmitter
{
    private const string Field = "_states";

    private const string StatefulObjective = TypeNames.Runtime + ".IStatefulObjective";

    public static bool HasStates(ObjectiveDeclaration declaration) => declaration.Updates.Any();

    public static IEnumerable<string> NamesOf(ObjectiveDeclaration declaration) => HasStates(declaration) ? [Field, "UpdateState"] : [];

    /// <summary>What the type derives from, where it has states.</summary>
    public static string Base(ObjectiveDeclaration declaration) => HasStates(declaration) ? ", " + StatefulObjective : "";

    /// <summary>Where the statistics are taken of more than logits: the formulas of a logit.</summary>
    public static IEnumerable<Expr> ElementsOf(ObjectiveDeclaration declaration)
    {
        var elements = StatisticsOf(declaration).Select(static statistic => statistic.Element).Where(static element => element is not Logit).ToArray();
        return elements.Concat(elements.SelectMany(static element => BatchLosses.SlopesOf(element)).Select(static slope => slope.Slope));
    }

    /// <summary>The properties of the states.</summary>
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        if (!HasStates(declaration)) return;
        writer.Write($"private {TypeNames.Runtime}.CarriedStates {Field};").Blank();
        foreach (var (entry, index) in declaration.Updates.Select(static (entry, index) => (entry, index)))
        {
            if (entry.State.Shape.ToImplement is { } part)
                writer.Write($"{HyperparameterEmitter.Header(entry.State.Property, part)} => {Field}.Value({Numbers.Text(index)}, {Initial(entry.State)});").Blank();
        }
    }

    /// <summary>How the states change, from which the runtime updates them.</summary>
    public static void EmitUpdates(SourceWriter writer, ObjectiveDeclaration declaration, FormulaStructs formulas)
    {
        if (!HasStates(declaration)) return;
        var statistics = new StatisticEmitter(StatisticsOf(declaration), formulas);
        writer.Write($"// The next values of the states, by statistics s of the batches of a step of the discriminator.\n{TypeNames.Runtime}.ObjectiveStates {StatefulObjective}.States => new(() => {Field}, states => {Field} = states)\n{{");
        statistics.EmitEntry(writer);
        writer.Write("    Variables =\n    [");
        foreach (var (state, update) in Compiled(declaration))
        {
            writer.Write($"        // {state.FormulaName} = {TextPrinter.Print(update, ScheduleReader.StepName)}");
            writer.Write($"        new({CSharp.Literal(state.Property)}, {Initial(state)}, {CSharp.Literal(state.Min)}, {CSharp.Literal(state.Max)}, s => {StepFormula.Print(update, declaration, statistics.Value)}),");
        }

        writer.Write("    ],\n};").Blank();
    }

    private static IReadOnlyList<Statistic> StatisticsOf(ObjectiveDeclaration declaration) => BatchLosses.StatisticsOf([.. Compiled(declaration).Select(static entry => entry.Update)]);

    private static IEnumerable<(HyperparameterDeclaration State, Expr Update)> Compiled(ObjectiveDeclaration declaration)
        => declaration.Updates.Select(entry => (entry.State, BatchLosses.Stable(DeclaredFormula.Parse(declaration, entry.Formula).Expression!, ranges: null)));

    private static string Initial(HyperparameterDeclaration state) => CSharp.Literal(state.Default ?? 0);
}
