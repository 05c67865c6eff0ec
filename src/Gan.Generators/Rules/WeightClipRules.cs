using Gan.Generators.Basics;
using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>One clip, to an interval that is not empty.</summary>
internal static class WeightClipRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var limits = declaration.WeightClips;
        for (var i = 0; i < limits.Count; i++)
        {
            if (i > 0)
                yield return Finding.Of(Descriptors.SecondClip, new FindingTarget.WeightClip(i), declaration.Type.Self.Text, Numbers.Text(limits[0]));
            if (!Numbers.IsFiniteAndPositive(limits[i]))
                yield return Finding.Of(Descriptors.ClipLimit, new FindingTarget.WeightClip(i, Limit: true), Numbers.Text(limits[i]));
        }
    }
}
