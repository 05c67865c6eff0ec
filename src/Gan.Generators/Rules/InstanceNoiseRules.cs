using Gan.Generators.Basics;
using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>The deviation of a noise is a number that samples can have.</summary>
internal static class InstanceNoiseRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        if (declaration.InstanceNoise is { } deviation && !(deviation == 0 || Numbers.IsFiniteAndPositive(deviation)))
            yield return Finding.Of(Descriptors.NoiseDeviation, new FindingTarget.InstanceNoise(), Numbers.Text(deviation));
    }
}
