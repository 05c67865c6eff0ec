namespace Gan.Runtime;

/// <summary>Specifies the distance between the features f(x) of real samples and the features f(G(z)) of generated samples.</summary>
public enum FeatureDistance
{
    /// <summary>The mean absolute difference E|f(x) - f(G(z))| over all elements.</summary>
    L1,

    /// <summary>The mean squared difference E(f(x) - f(G(z)))^2 over all elements.</summary>
    Squared,
}
