using Gan.Generators.Objectives;

namespace Gan.Generators.Oracle;

/// <summary>What the three losses of an objective have to be, with the defaults of its hyperparameters.</summary>
internal sealed record LossOracles(LossOracle Real, LossOracle Fake, LossOracle Generator)
{
    public static LossOracles Of(CompiledObjective objective)
    {
        var defaults = objective.Declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? 0);
        var (declared, compiled) = (DeclaredLosses.Of(objective.Declaration, defaults), objective.Losses);
        return new(new(declared.Real, compiled.Real, defaults), new(declared.Fake, compiled.Fake, defaults), new(declared.Generator, compiled.Generator, defaults));
    }
}
