using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the exponential loss of boosting. D minimises E[e^(-D(x))] + E[e^(D(G(z)))], and G minimises E[e^(-D(G(z)))].</summary>
/// <remarks>
/// The optimal D returns ½ log(p/q) and measures the squared Hellinger distance. D's loss is the loss of <see cref="SquaredHellinger"/> with half its logit and another constant; G's loss is non-saturating.
/// Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).
/// </remarks>
[GanObjective(FD = "exp(t)", FG = "exp(t)", Source = "Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709")]
public sealed partial class Exponential;
