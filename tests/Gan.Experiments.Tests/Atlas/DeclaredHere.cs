using Gan.Dsl;

namespace Gan.Experiments.Tests.Atlas;

/// <summary>An objective of a program's own.</summary>
[GanObjective(FD = "square(max(0, 1 + t))", FG = "softplus(t)")]
public sealed partial class DeclaredHere;
