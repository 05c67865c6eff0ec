using Gan.Dsl;
using Gan.Runtime.Tests;

[assembly: GanObjectiveTests(typeof(KullbackLeibler))]
[assembly: GanObjectiveTests(typeof(ReverseKullbackLeibler))]
[assembly: GanObjectiveTests(typeof(PearsonChiSquared))]
[assembly: GanObjectiveTests(typeof(NeymanChiSquared))]
[assembly: GanObjectiveTests(typeof(SquaredHellinger))]
[assembly: GanObjectiveTests(typeof(JensenShannon))]
[assembly: GanObjectiveTests(typeof(TotalVariation))]

namespace Gan.Runtime.Tests;

// Every divergence of Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709), each from its one function.
[FDivergence("u * log(u)")]
internal sealed partial class KullbackLeibler;

[FDivergence("-log(u)")]
internal sealed partial class ReverseKullbackLeibler;

[FDivergence("pow(u - 1, 2)")]
internal sealed partial class PearsonChiSquared;

[FDivergence("pow(1 - u, 2) / u")]
internal sealed partial class NeymanChiSquared;

[FDivergence("pow(sqrt(u) - 1, 2)", NonSaturating = true)]
internal sealed partial class SquaredHellinger;

[FDivergence("u * log(u) - (u + 1) * log((u + 1) / 2)", NonSaturating = true)]
[R1(Gamma = 1)]
internal sealed partial class JensenShannon;

[FDivergence("0.5 * abs(u - 1)")]
internal sealed partial class TotalVariation;
