using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the bound of Donsker and Varadhan on the Kullback-Leibler divergence, as in MINE. D minimises E[-D(x)] + log E[e^(D(G(z)))], and G minimises E[-D(G(z))].</summary>
/// <remarks>
/// The mean of the exponentials is taken over the batch. The optimal D returns log(p/q) plus any constant, and the minimum of its loss is -KL(p ‖ q).
/// Sources: Donsker and Varadhan 1983 (doi 10.1002/cpa.3160360204); Belghazi et al. 2018 (MINE, arXiv 1801.04062).
/// </remarks>
[GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-t", Source = "Belghazi et al. 2018, arXiv 1801.04062")]
public sealed partial class DonskerVaradhan;
