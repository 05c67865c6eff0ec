namespace Microsoft.CodeAnalysis;

/// <summary>Keeps a type to its own assembly, also from those that see internal types: what .NET Standard 2.0 has not, others have from the framework.</summary>
[System.AttributeUsage(System.AttributeTargets.All)]
[Embedded]
internal sealed class EmbeddedAttribute : System.Attribute;
