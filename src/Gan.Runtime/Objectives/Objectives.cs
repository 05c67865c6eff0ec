using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The objectives of the literature, ready made with their published settings. Each is declared in the DSL, as a user's own would be.</summary>
[GanCatalogue]
public static partial class Objectives
{
    /// <summary><see cref="NonSaturating"/> by its other name.</summary>
    public static NonSaturating Logistic => NonSaturating;
}
