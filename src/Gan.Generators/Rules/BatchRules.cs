using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>What can be said against losses with batch functions: a gradient that reaches nobody's logits, and a sign that is wrong where all logits are equal.</summary>
internal static class BatchRules
{
    /// <param name="objective">An objective without errors, whose losses have batch functions.</param>
    public static IEnumerable<Finding> Check(CompiledObjective objective) => Work.Within(ObjectiveAnalysis.Budget, () => Find(objective)) ?? [];

    private static Finding[] Find(CompiledObjective objective)
    {
        var (losses, formulas) = (objective.Losses, objective.Declaration.Formulas);
        var (real, fake, generator) = (Whole(nameof(formulas.Real), formulas.Real!), Whole(nameof(formulas.Fake), formulas.Fake!), Whole(nameof(formulas.Generator), formulas.Generator!));
        if (!DiscriminatorReaches(BatchSide.Real))
            return [Finding.Of(Descriptors.NoGradient, real, "D's loss", "in the real logits", "D learns nothing from real samples", "")];
        if (!DiscriminatorReaches(BatchSide.Fake))
            return [Finding.Of(Descriptors.NoGradient, fake, "D's loss", "in the fake logits", "D learns nothing from fake samples", "")];
        if (!BatchLosses.Reaches(losses.Generator, BatchSide.Fake, BatchSide.Fake))
            return [Finding.Of(Descriptors.NoGradient, generator, "Generator", "in the fake logits", "G learns nothing", "")];

        var directions = ObjectiveAnalysis.Of(objective).Directions;
        return directions switch
        {
            { Discriminator: Verdict.Refuted wrong } => [Finding.Of(Descriptors.WrongSign, real, wrong.Reason, "")],
            { Generator: Verdict.Refuted wrong } => [Finding.Of(Descriptors.GeneratorDisagrees, generator, wrong.Reason, "")],
            _ => [],
        };

        bool DiscriminatorReaches(BatchSide side) => BatchLosses.Reaches(losses.Real, BatchSide.Real, side) || BatchLosses.Reaches(losses.Fake, BatchSide.Fake, side);
    }

    private static FindingTarget.Formula Whole(string argument, string formula) => new(argument, 0, formula.Length);
}
