using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The exponential loss of boosting: e^(-D(x)) and e^(D(G(z))) for D, e^(-D(G(z))) for G. The best D returns ½ log(p/q), and measures the squared Hellinger distance.</summary>
/// <remarks>Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709), squared Hellinger with half the logit and a constant more; G's loss is the non-saturating choice.</remarks>
[GanObjective(FD = "exp(t)", FG = "exp(t)", Source = "Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709")]
public sealed partial class Exponential;
