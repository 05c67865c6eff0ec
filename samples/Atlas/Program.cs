using Gan.Dsl;
using Gan.Experiments;

return await ExperimentProgram.RunAsync(args is ["--version"] ? args : ["atlas", .. args], [], typeof(SquaredHinge).Assembly);

/// <summary>An objective of one's own: it gets all that those of the catalogue get.</summary>
[GanObjective(FD = "square(max(0, 1 + t))", FG = "softplus(t)")]
internal sealed partial class SquaredHinge;
