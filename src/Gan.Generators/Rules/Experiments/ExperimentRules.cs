using Gan.Generators.Basics;
using Gan.Generators.Declarations.Experiments;

namespace Gan.Generators.Rules.Experiments;

/// <summary>What one experiment's own declaration says: what the analyzer reports, and what keeps the generator from writing settings.</summary>
internal static class ExperimentRules
{
    public static bool IsRight(ExperimentDeclaration experiment) => !Check(experiment).Any(static finding => finding.IsError);

    public static EquatableArray<Finding> Check(ExperimentDeclaration experiment)
        => new(
        [
            .. CheckType(experiment),
            .. SettingRules.Check(experiment),
            .. AugmentRules.Check(experiment),
            .. SweepRules.Check(experiment),
            .. CheckShapes(experiment),
        ]);

    private static IEnumerable<Finding> CheckType(ExperimentDeclaration experiment)
    {
        var (name, shape, type) = (experiment.Type.Self.Text, experiment.Shape, new FindingTarget.Type());
        var nonPartial = shape.IsPartial ? shape.NonPartialContainers : new EquatableArray<string>([name, .. shape.NonPartialContainers]);
        if (nonPartial.Count > 0)
            yield return Finding.Of(Descriptors.ExperimentNotPartial, type, name, string.Join("' and '", nonPartial));
        if (!experiment.IsExperiment)
            yield return Finding.Of(Descriptors.NoExperiment, type, name);
        if (WhyNotConstructible(experiment) is { } reason)
            yield return Finding.Of(Descriptors.ExperimentNotConstructible, type, name, reason);
    }

    private static string? WhyNotConstructible(ExperimentDeclaration experiment) => experiment.Shape switch
    {
        { IsStatic: true } => "is static: remove 'static'",
        { IsAbstract: true } => "is abstract: remove 'abstract', or move [GanExperiment] to the classes that derive from it",
        { FileLocalType: not null } => "is local to its file: remove 'file'",
        _ when experiment.Type.IsGeneric => "has type parameters: move [GanExperiment] to classes that derive from it",
        _ when !experiment.IsReachable => "cannot be named outside of the type around it: make it internal or public",
        { HasParameterlessConstructor: false } => "has no constructor without arguments that the program may call: add one",
        { HasRequiredMembers: true } => "has required members: give them values instead",
        _ => null,
    };

    /// <summary>The first part that differs from one before it: when that is mended the others are seen.</summary>
    private static IEnumerable<Finding> CheckShapes(ExperimentDeclaration experiment)
    {
        if (experiment.Parts is not { } parts)
            yield break;

        SampleShapeOf[] declared = [.. parts.Samples.Where(static part => part.Shape is { IsRight: true })];
        if (declared.FirstOrDefault(part => part.Shape != declared[0].Shape) is { } other)
        {
            yield return Finding.Of(
                Descriptors.ShapesDiffer, new FindingTarget.TypeArgument(other.TypeArgument),
                other.Type, other.Verb, other.Shape!.ToString(), declared[0].Type, declared[0].Verb, declared[0].Shape!.ToString());
        }
    }
}
