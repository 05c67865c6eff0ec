using Gan.Dsl;

namespace FashionGan;

// This is the whole loss of this sample. The compiler generates the rest. Try another loss: the hinge loss is FD = "max(0, 1 + t)", FG = "t".
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 1, Every = 4)]
public sealed partial class FashionObjective;
