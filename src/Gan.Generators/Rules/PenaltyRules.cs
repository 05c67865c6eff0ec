using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>Each penalty's numbers must lie where its term has a meaning.</summary>
internal static class PenaltyRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.Penalties.SelectMany(static (penalty, index) => Check(penalty, index));

    private static IEnumerable<Finding> Check(PenaltyDeclaration penalty, int index)
        => CheckWeight(penalty, index).Concat(CheckEvery(penalty, index)).Concat(penalty switch
        {
            GradientPenaltyDeclaration gradient =>
            [
                .. CheckTarget(penalty, gradient.Target, index),
                .. CheckChoice(penalty, nameof(GradientPenaltyAttribute.At), gradient.At, index),
                .. CheckChoice(penalty, nameof(GradientPenaltyAttribute.Norm), gradient.Norm, index),
            ],
            DraganPenaltyDeclaration dragan =>
            [
                .. CheckTarget(penalty, dragan.Target, index),
                .. CheckChoice(penalty, nameof(DraganAttribute.Noise), dragan.Noise, index),
                .. CheckScale(dragan, index),
            ],
            ZeroCentredPenaltyDeclaration { Sigma: { } sigma } => CheckSigma(penalty, sigma, index),
            PathLengthPenaltyDeclaration path => CheckPathLengthDecay(penalty, path.Decay, index),
            LeCamPenaltyDeclaration leCam => [.. CheckDecay(penalty, leCam.Decay, index), .. CheckStart(leCam, index)],
            _ => Enumerable.Empty<Finding>(),
        });

    private static IEnumerable<Finding> CheckWeight(PenaltyDeclaration penalty, int index)
    {
        if (penalty.WeightFrom is not null)
            yield break;

        if (penalty is ZeroCentredPenaltyDeclaration { GivesBoth: true })
        {
            yield return Finding.Of(Descriptors.WeightAndGamma, new FindingTarget.Penalty(index), penalty.AttributeName);
        }
        else if (!Numbers.IsFiniteAndNotNegative(penalty.Weight))
        {
            var givesGamma = penalty is ZeroCentredPenaltyDeclaration { GivesGamma: true };
            var argument = givesGamma ? nameof(R1Attribute.Gamma) : nameof(R1Attribute.Weight);
            var value = givesGamma ? 2 * penalty.Weight : penalty.Weight;
            yield return Finding.Of(Descriptors.PenaltyWeight, new FindingTarget.Penalty(index, argument), penalty.AttributeName, argument, Numbers.Text(value));
        }
    }

    private static IEnumerable<Finding> CheckEvery(PenaltyDeclaration penalty, int index)
    {
        if (penalty.Every < 1)
            yield return Finding.Of(Descriptors.PenaltyEvery, new FindingTarget.Penalty(index, nameof(R1Attribute.Every)), penalty.AttributeName, Numbers.Text(penalty.Every));
    }

    private static IEnumerable<Finding> CheckTarget(PenaltyDeclaration penalty, double target, int index)
    {
        if (!Numbers.IsFiniteAndNotNegative(target))
            yield return Finding.Of(Descriptors.PenaltyTarget, new FindingTarget.Penalty(index, nameof(DraganAttribute.Target)), penalty.AttributeName, Numbers.Text(target));
    }

    private static IEnumerable<Finding> CheckScale(DraganPenaltyDeclaration dragan, int index)
    {
        if (!Numbers.IsFiniteAndPositive(dragan.Scale))
            yield return Finding.Of(Descriptors.NoiseScale, new FindingTarget.Penalty(index, nameof(DraganAttribute.Scale)), Numbers.Text(dragan.Scale));
    }

    private static IEnumerable<Finding> CheckSigma(PenaltyDeclaration penalty, double sigma, int index)
    {
        if (!Numbers.IsFiniteAndPositive(sigma))
            yield return Finding.Of(Descriptors.DifferenceStep, new FindingTarget.Penalty(index, nameof(R1Attribute.FiniteDifference)), penalty.AttributeName, Numbers.Text(sigma));
    }

    private static IEnumerable<Finding> CheckDecay(PenaltyDeclaration penalty, double decay, int index)
    {
        if (!(decay > 0 && decay < 1))
            yield return Finding.Of(Descriptors.AverageDecay, new FindingTarget.Penalty(index, nameof(LeCamAttribute.Decay)), penalty.AttributeName, Numbers.Text(decay), "above 0 and below 1");
    }

    /// <summary>StyleGAN2's code gives what a step moves, not what it keeps: such a number must not pass for the other.</summary>
    private static IEnumerable<Finding> CheckPathLengthDecay(PenaltyDeclaration penalty, double decay, int index)
    {
        if (!(decay >= 0.5 && decay < 1))
        {
            var meant = decay > 0 && decay < 0.5 ? $", {Numbers.Text((double)(1 - (decimal)decay))} if it moves by {Numbers.Text(decay)} of the way" : "";
            yield return Finding.Of(Descriptors.AverageDecay, new FindingTarget.Penalty(index, nameof(PathLengthAttribute.Decay)), penalty.AttributeName, Numbers.Text(decay), $"from 0.5 to below 1{meant}");
        }
    }

    private static IEnumerable<Finding> CheckStart(LeCamPenaltyDeclaration leCam, int index)
    {
        if (leCam.Start < 0)
            yield return Finding.Of(Descriptors.PenaltyStart, new FindingTarget.Penalty(index, nameof(LeCamAttribute.Start)), leCam.AttributeName, Numbers.Text(leCam.Start));
    }

    private static IEnumerable<Finding> CheckChoice<TEnum>(PenaltyDeclaration penalty, string argument, TEnum choice, int index)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(typeof(TEnum), choice))
            yield return Finding.Of(Descriptors.UnknownChoice, new FindingTarget.Penalty(index, argument), penalty.AttributeName, argument, choice.ToString());
    }
}
