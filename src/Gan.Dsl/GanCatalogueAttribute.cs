namespace Gan.Dsl;

/// <summary>
/// On a static partial class: it gets one property for each non-generic objective of the assembly, and <c>All</c> and <c>Find(name)</c> over them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GanCatalogueAttribute : Attribute;
