using Microsoft.CodeAnalysis;

namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks a constructor that sets all required members, as a record's copy constructor does. The compiler looks for it by name, and .NET Standard 2.0 has it not.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
[Embedded]
internal sealed class SetsRequiredMembersAttribute : Attribute;
