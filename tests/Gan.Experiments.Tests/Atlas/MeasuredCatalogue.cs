using Gan.Experiments.Atlas;
using Gan.Runtime;

namespace Gan.Experiments.Tests.Atlas;

/// <summary>The atlas of the whole catalogue, measured once for all tests.</summary>
public sealed class MeasuredCatalogue
{
    private readonly Lazy<AtlasResult> _result = new(static () => AtlasMeasure.Of(Objectives.All));

    internal AtlasResult Result => _result.Value;

    internal ObjectiveResult this[string name] => Result.Objectives.Single(objective => objective.Name == name);
}

[CollectionDefinition(Name)]
public sealed class MeasuredCatalogueGroup : ICollectionFixture<MeasuredCatalogue>
{
    public const string Name = nameof(MeasuredCatalogue);
}
