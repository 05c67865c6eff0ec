using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Provides the objectives of the literature, with their published settings.</summary>
[GanCatalogue]
public static partial class Objectives
{
    /// <summary>Gets <see cref="NonSaturating"/> by its other name.</summary>
    public static NonSaturating Logistic => NonSaturating;
}
