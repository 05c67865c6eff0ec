using Gan.Dsl;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Reads the penalty attributes.</summary>
internal static class PenaltyReader
{
    public static bool IsPenalty(AttributeData attribute) => Read(attribute) is not null;

    /// <summary>The penalty that <paramref name="attribute"/> declares; null where it is another attribute.</summary>
    public static PenaltyDeclaration? Read(AttributeData attribute)
    {
        var arguments = new AttributeArguments(attribute);
        var penalty = ReadNumbers(attribute, arguments);
        return penalty is not null && arguments.Text(nameof(R1Attribute.WeightFrom)) is { } property
            ? penalty with { WeightFrom = property, NumberBesides = s_weights.FirstOrDefault(arguments.Has) }
            : penalty;
    }

    private static readonly string[] s_weights = [nameof(R1Attribute.Weight), nameof(R1Attribute.Gamma)];

    private static PenaltyDeclaration? ReadNumbers(AttributeData attribute, AttributeArguments arguments)
    {
        if (ObjectiveDeclarationReader.IsAttribute<R1Attribute>(attribute))
            return ZeroCentred(arguments, atReal: true);
        if (ObjectiveDeclarationReader.IsAttribute<R2Attribute>(attribute))
            return ZeroCentred(arguments, atReal: false);
        if (ObjectiveDeclarationReader.IsAttribute<GradientPenaltyAttribute>(attribute))
            return GradientPenalty(arguments);
        if (ObjectiveDeclarationReader.IsAttribute<DraganAttribute>(attribute))
            return Dragan(arguments);
        if (ObjectiveDeclarationReader.IsAttribute<DriftAttribute>(attribute))
            return new DriftPenaltyDeclaration(arguments.Number(nameof(DriftAttribute.Weight), new DriftAttribute().Weight));
        if (ObjectiveDeclarationReader.IsAttribute<LeCamAttribute>(attribute))
            return LeCam(arguments);
        if (ObjectiveDeclarationReader.IsAttribute<PathLengthAttribute>(attribute))
            return PathLength(arguments);
        return null;
    }

    public static double ClipLimit(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Value: double limit }] ? limit : new WeightClipAttribute().Limit;

    private static ZeroCentredPenaltyDeclaration ZeroCentred(AttributeArguments arguments, bool atReal)
    {
        var defaults = new R1Attribute();
        var givesGamma = arguments.Has(nameof(R1Attribute.Gamma));
        var weight = givesGamma
            ? arguments.Number(nameof(R1Attribute.Gamma), defaults.Gamma) / 2
            : arguments.Number(nameof(R1Attribute.Weight), defaults.Weight);
        var every = arguments.Integer(nameof(R1Attribute.Every), defaults.Every);
        double? sigma = arguments.Has(nameof(R1Attribute.FiniteDifference)) ? arguments.Number(nameof(R1Attribute.FiniteDifference), defaults.FiniteDifference) : null;
        return new(weight, every, atReal, givesGamma, givesGamma && arguments.Has(nameof(R1Attribute.Weight)), sigma);
    }

    private static GradientPenaltyDeclaration GradientPenalty(AttributeArguments arguments)
    {
        var defaults = new GradientPenaltyAttribute();
        return new(
            arguments.Number(nameof(defaults.Weight), defaults.Weight),
            arguments.Integer(nameof(defaults.Every), defaults.Every),
            arguments.Number(nameof(defaults.Target), defaults.Target),
            arguments.Flag(nameof(defaults.OneSided), defaults.OneSided),
            arguments.Choice(nameof(defaults.At), defaults.At),
            arguments.Choice(nameof(defaults.Norm), defaults.Norm));
    }

    private static LeCamPenaltyDeclaration LeCam(AttributeArguments arguments)
    {
        var defaults = new LeCamAttribute();
        return new(
            arguments.Number(nameof(defaults.Weight), defaults.Weight),
            arguments.Number(nameof(defaults.Decay), defaults.Decay),
            arguments.Integer(nameof(defaults.Start), defaults.Start));
    }

    private static PathLengthPenaltyDeclaration PathLength(AttributeArguments arguments)
    {
        var defaults = new PathLengthAttribute();
        return new(
            arguments.Number(nameof(defaults.Weight), defaults.Weight),
            arguments.Integer(nameof(defaults.Every), defaults.Every),
            arguments.Number(nameof(defaults.Decay), defaults.Decay));
    }

    private static DraganPenaltyDeclaration Dragan(AttributeArguments arguments)
    {
        var defaults = new DraganAttribute();
        var noise = arguments.Choice(nameof(defaults.Noise), defaults.Noise);
        return new(
            arguments.Number(nameof(defaults.Weight), defaults.Weight),
            arguments.Integer(nameof(defaults.Every), defaults.Every),
            arguments.Number(nameof(defaults.Target), defaults.Target),
            noise,
            arguments.Number(nameof(defaults.Scale), noise == DraganNoise.Gaussian ? 1 : defaults.Scale));
    }
}
