namespace Gan.Dsl;

/// <summary>
/// Makes a static partial class the catalogue of the objectives of its assembly.
/// </summary>
/// <remarks>The generator adds one property for each non-generic objective, <c>All</c> for the list of them, and <c>Find(name)</c> to look one up by its name.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GanCatalogueAttribute : Attribute;
