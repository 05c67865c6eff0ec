using Gan.Runtime.Checks;

namespace Gan.Runtime;

/// <summary>Specifies a property of an objective that the compiler tries to prove or to refute.</summary>
/// <remarks>φ_real and φ_fake are D's losses of a real and of a fake logit t, ψ is G's loss of a fake one, and t₀ is the balanced logit, at which φ_real′ + φ_fake′ = 0.</remarks>
public enum ObjectiveProperty
{
    /// <summary>D learns to tell real samples from generated ones: φ_real′(t₀) &lt; 0 and φ_fake′(t₀) &gt; 0.</summary>
    DiscriminatorSeparates,

    /// <summary>G moves its samples towards the logits that D gives real samples: ψ′(t₀) &lt; 0.</summary>
    GeneratorFollows,

    /// <summary>The loss φ_real of a real logit is convex.</summary>
    RealLossIsConvex,

    /// <summary>The loss φ_fake of a fake logit is convex.</summary>
    FakeLossIsConvex,

    /// <summary>D's loss is bounded below when the distributions are equal: φ_real + φ_fake has a lower bound.</summary>
    IsBoundedForEqualDistributions,

    /// <summary>D's loss, with its penalties on the logits, is bounded below for any two distributions: u·φ_real + φ_fake has a lower bound for every u &gt; 0.</summary>
    IsBoundedForAnyDistributions,

    /// <summary>G's gradient vanishes when D confidently rejects its samples: ψ′(t) → 0 as t → −∞.</summary>
    GeneratorSaturates,

    /// <summary>The optimal D returns log(p/q).</summary>
    OptimumIsLogRatio,

    /// <summary>Training converges locally on the Dirac-GAN (Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406).</summary>
    ConvergesOnDiracGan,
}

/// <summary>The only place where the properties are sentences.</summary>
internal static class ObjectiveProperties
{
    /// <exception cref="ArgumentOutOfRangeException">The property is not a member of the enumeration.</exception>
    public static string StatementOf(ObjectiveProperty property) => Ranges.Defined(property, nameof(property)) switch
    {
        ObjectiveProperty.DiscriminatorSeparates => "D learns to tell real samples from generated ones.",
        ObjectiveProperty.GeneratorFollows => "G moves its samples towards the logits that D gives real samples.",
        ObjectiveProperty.RealLossIsConvex => "The loss of a real logit is convex.",
        ObjectiveProperty.FakeLossIsConvex => "The loss of a fake logit is convex.",
        ObjectiveProperty.IsBoundedForEqualDistributions => "D's loss is bounded below when the distributions are equal.",
        ObjectiveProperty.IsBoundedForAnyDistributions => "D's loss is bounded below for any two distributions.",
        ObjectiveProperty.GeneratorSaturates => "G's gradient vanishes when D confidently rejects its samples.",
        ObjectiveProperty.OptimumIsLogRatio => "The optimal D returns log(p/q).",
        _ => "Training converges locally on the Dirac-GAN.",
    };
}
