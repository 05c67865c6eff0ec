using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The formulas of an objective as file-scoped structs beside the user's type, one for each that differs.</summary>
internal sealed class FormulaStructs
{
    private readonly ObjectiveDeclaration _declaration;

    public FormulaStructs(CompiledObjective objective)
    {
        _declaration = objective.Declaration;
        var losses = objective.Losses;
        (string Name, Expr Loss)[] all = objective.Declaration.Coupling switch
        {
            Coupling.Relativistic => [("Discriminator", losses.Fake), ("Generator", losses.Generator)],
            Coupling.RelativisticAverage => [("Real", losses.Real), ("Fake", losses.Fake), ("GeneratorReal", losses.GeneratorOfReal), ("GeneratorFake", losses.Generator)],
            _ => [("Real", losses.Real), ("Fake", losses.Fake), ("Generator", losses.Generator)],
        };
        All = [.. all.GroupBy(static formula => formula.Loss).Select(same => (_declaration.Type.Self.Name.TrimStart('@') + same.First().Name, same.Key))];
    }

    public IReadOnlyList<(string Name, Expr Loss)> All { get; }

    /// <summary>A new instance with the hyperparameters of this objective: an expression that throws where one is out of its range.</summary>
    public string New(Expr loss)
    {
        var name = All.First(formula => formula.Loss.Equals(loss)).Name;
        var values = loss.ParameterNames().Select(used => HyperparameterEmitter.Checked(_declaration.Hyperparameters.First(h => h.FormulaName == used)));
        var @namespace = _declaration.Type.Namespace.Length == 0 ? "" : _declaration.Type.Namespace + ".";
        return $"new global::{@namespace}{name}({string.Join(", ", values)})";
    }
}
