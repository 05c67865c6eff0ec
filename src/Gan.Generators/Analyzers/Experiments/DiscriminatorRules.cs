using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Declarations.Experiments;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Analyzers.Experiments;

/// <summary>Whether an experiment's objective and the source of its discriminator go together. One that the experiment makes by its own code is not guessed at.</summary>
internal static class DiscriminatorRules
{
    private const string CreateDiscriminator = nameof(CreateDiscriminator);
    private const int Objective = 0, Discriminator = 2;

    /// <summary>What the analysis of all swept values may cost.</summary>
    private const long SweepBudget = 500_000;

    public static IEnumerable<Finding> Check(INamedTypeSymbol type, ExperimentDeclaration experiment, Compilation compilation, CancellationToken cancellation)
    {
        if (ExperimentReader.TypeArgumentsOf(type) is not { } parts
            || parts[Objective] is not INamedTypeSymbol objectiveType
            || ObjectiveDeclarationReader.Read(objectiveType, compilation, cancellation) is not { } objective
            || ExperimentReader.UserWrites(type, CreateDiscriminator))
        {
            return [];
        }

        return new[] { CheckBatchNorm(objective, parts[Discriminator], cancellation), CheckSlope() }.OfType<Finding>();

        Finding? CheckSlope()
        {
            // At its defaults an objective of the same project has this message on itself. What it says of spectral normalisation can be seen in D, what else limits D cannot.
            var isToldThere = objectiveType.Locations.Any(static location => location.IsInSource) && !objective.HasSpectralNorm;
            var unnormalised = objective with { HasSpectralNorm = false };
            return (isToldThere && WhyUnlimited(unnormalised) is not null ? null : Work.Within(SweepBudget, () => ReasonIn(unnormalised, experiment))) is { } reason
                && !NormalisationSource.MayNormalise(parts[Discriminator], compilation, cancellation)
                ? Finding.Of(Descriptors.UnlimitedDiscriminator, new FindingTarget.TypeArgument(Discriminator), objective.Type.Self.Text, reason, parts[Discriminator].Name)
                : null;
        }
    }

    private static Finding? CheckBatchNorm(ObjectiveDeclaration objective, ITypeSymbol discriminator, CancellationToken cancellation)
        => objective.Penalties.Select(static penalty => penalty.Pull).FirstOrDefault(static pull => pull is not null) is { } penalty
            && DiscriminatorSource.BatchNormIn(discriminator, cancellation) is { } batchNorm
            ? Finding.Of(Descriptors.PenaltyWithBatchNorm, new FindingTarget.TypeArgument(Discriminator), penalty.Name, objective.Type.Self.Text, batchNorm)
            : null;

    /// <summary>The first run that has no limit. Each value is looked at once, the other sweeps at their first: a penalty's weight of 0 is seen.</summary>
    private static string? ReasonIn(ObjectiveDeclaration objective, ExperimentDeclaration experiment)
    {
        SweepDeclaration[] sweeps = [.. experiment.Sweeps.Where(static sweep => sweep.Values.Count > 0)];
        var first = sweeps.GroupBy(static sweep => sweep.Hyperparameter).ToDictionary(static group => group.Key, static group => group.First().Values[0]);
        return sweeps
            .SelectMany(sweep => sweep.Values.Select(value => new Dictionary<string, double>(first) { [sweep.Hyperparameter] = value }))
            .Prepend(first)
            .Select(values => WhyUnlimited(objective.StartingFrom(values)))
            .FirstOrDefault(static reason => reason is not null);
    }

    private static string? WhyUnlimited(ObjectiveDeclaration objective) => ObjectiveCompiler.Compile(objective) is { } compiled ? AnalysisRules.WhyUnlimited(compiled) : null;
}
