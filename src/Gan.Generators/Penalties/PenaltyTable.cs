using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>All penalties there are.</summary>
internal static class PenaltyTable
{
    public static readonly PenaltyKind[] All =
    [
        new(typeof(R1Attribute), ZeroCentredPenalty.ReadR1),
        new(typeof(R2Attribute), ZeroCentredPenalty.ReadR2),
        new(typeof(GradientPenaltyAttribute), GradientPenalty.Read),
        new(typeof(DraganAttribute), DraganPenalty.Read),
        new(typeof(DriftAttribute), DriftPenalty.Read),
        new(typeof(LeCamAttribute), LeCamPenalty.Read),
        new(typeof(PathLengthAttribute), PathLengthPenalty.Read),
        new(typeof(ConsistencyAttribute), ConsistencyPenalty.Read),
        new(typeof(LatentConsistencyAttribute), LatentConsistencyPenalty.Read),
        new(typeof(LatentDiversityAttribute), LatentDiversityPenalty.Read),
        new(typeof(OrthogonalAttribute), OrthogonalPenalty.ReadDiscriminator),
        new(typeof(GeneratorOrthogonalAttribute), OrthogonalPenalty.ReadGenerator),
        new(typeof(ModeSeekingAttribute), ModeSeekingPenalty.Read),
        new(typeof(DistanceAttribute), DistancePenalty.Read),
    ];
}

/// <summary>An attribute that declares a penalty.</summary>
/// <param name="attribute">Its class.</param>
/// <param name="read">The penalty that its arguments declare.</param>
internal sealed class PenaltyKind(Type attribute, Func<AttributeArguments, Penalty> read)
{
    /// <summary>The arguments that give a weight as a number.</summary>
    private static readonly string[] s_weights = [nameof(R1Attribute.Weight), nameof(R1Attribute.Gamma)];

    public Type Attribute => attribute;

    public string AttributeName { get; } = attribute.Name;

    public Penalty Read(AttributeArguments arguments)
    {
        var penalty = read(arguments);
        return arguments.Text(nameof(Penalty.WeightFrom)) is { } property
            ? penalty with { WeightFrom = property, NumberBesides = s_weights.FirstOrDefault(arguments.Has) }
            : penalty;
    }
}
