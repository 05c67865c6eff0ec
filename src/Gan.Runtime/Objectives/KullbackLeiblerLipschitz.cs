using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the (f, Γ)-divergence of Kullback-Leibler and Lipschitz critics: the losses of <see cref="DonskerVaradhan"/> with a one-sided gradient penalty of weight 10.</summary>
/// <remarks>
/// With D limited to the slope 1, the divergence is finite for distributions that do not overlap. It is at most the Kullback-Leibler divergence and at most the Wasserstein-1 distance.
/// Source: Birrell et al. 2020 (arXiv 2011.05953).
/// </remarks>
[GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-t", Source = "Birrell et al. 2020, arXiv 2011.05953")]
[GradientPenalty(Weight = 10, Target = 1, OneSided = true)]
public sealed partial class KullbackLeiblerLipschitz;
