using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>The modifier of an init accessor, which the compiler looks for by name and .NET Standard 2.0 has not.</summary>
[Embedded]
internal static class IsExternalInit;
