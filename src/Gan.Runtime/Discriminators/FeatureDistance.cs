namespace Gan.Runtime;

/// <summary>The distance between the features of real and generated samples.</summary>
public enum FeatureDistance
{
    /// <summary>E|f(x) - f(G(z))|, over every element.</summary>
    L1,

    /// <summary>E(f(x) - f(G(z)))^2, over every element.</summary>
    Squared,
}
