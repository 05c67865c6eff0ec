using Gan.Dsl;

namespace FashionGan;

// The whole loss of this sample: the compiler writes the rest. Try another one: Hinge is FD = "max(0, 1 + t)", FG = "t".
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 1, Every = 4)]
public sealed partial class FashionObjective;
