using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The formulas of an objective as file-scoped structs beside the user's type, one for each that differs.</summary>
internal sealed class FormulaStructs
{
    private readonly TypeIdentity _type;

    public FormulaStructs(CompiledObjective objective)
    {
        (_type, Hyperparameters) = (objective.Declaration.Type, objective.Declaration.Hyperparameters);
        var losses = objective.Losses;
        Losses = objective.Declaration.Coupling switch
        {
            Coupling.Relativistic => [("Discriminator", losses.Fake), ("Generator", losses.Generator)],
            Coupling.RelativisticAverage => [("Real", losses.Real), ("Fake", losses.Fake), ("GeneratorReal", losses.GeneratorOfReal), ("GeneratorFake", losses.Generator)],
            _ when BatchLosses.AreIn(losses) => [.. OfBatch(losses)],
            _ => [("Real", losses.Real), ("Fake", losses.Fake), ("Generator", losses.Generator)],
        };
        All = [.. Losses.Concat(StateEmitter.ElementsOf(objective.Declaration).Select(static (element, i) => (Name: "State" + Numbers.Text(i + 1), Loss: element))).GroupBy(static formula => formula.Loss).Select(same => (_type.Self.Name.TrimStart('@') + same.First().Name, same.Key))];
    }

    /// <summary>The losses, the elements of their statistics, and the derivatives of both in other statistics.</summary>
    private static IEnumerable<(string Name, Expr Loss)> OfBatch(LossFormulas losses)
    {
        (string Name, Expr Loss)[] all =
        [
            ("Real", losses.Real), ("Fake", losses.Fake), ("Generator", losses.Generator),
            .. BatchLosses.StatisticsOf(losses.Real, losses.Fake, losses.Generator).Where(static s => s.Element is not Logit).Select(static (s, i) => ("Element" + Numbers.Text(i + 1), s.Element)),
        ];
        return all.Concat(all.SelectMany(static formula => BatchLosses.SlopesOf(formula.Loss).Select((slope, i) => ($"{formula.Name}Slope{Numbers.Text(i + 1)}", slope.Slope))));
    }

    /// <summary>Each loss of a logit that the objective consists of.</summary>
    public IReadOnlyList<(string Name, Expr Loss)> Losses { get; }

    /// <summary>The structs by their names: the losses, and what statistics of the states are taken of.</summary>
    public IReadOnlyList<(string Name, Expr Loss)> All { get; }

    public EquatableArray<HyperparameterDeclaration> Hyperparameters { get; }

    /// <summary>A new instance with the hyperparameters of this objective; it throws where one is out of its range.</summary>
    /// <param name="statistic">Writes the value of a statistic that the loss reads.</param>
    public string New(Expr loss, Func<Statistic, string>? statistic = null)
    {
        var name = All.First(formula => formula.Loss.Equals(loss)).Name;
        var statistics = loss.Statistics();
        var values = loss.ParameterNames().Select(used => statistics.FirstOrDefault(s => s.Name == used) is { } read ? statistic!(read) : "this.@" + Hyperparameters.First(h => h.FormulaName == used).Property);
        var @namespace = _type.Namespace.Length == 0 ? "" : _type.Namespace + ".";
        return $"new global::{@namespace}{name}({string.Join(", ", values)})";
    }
}
