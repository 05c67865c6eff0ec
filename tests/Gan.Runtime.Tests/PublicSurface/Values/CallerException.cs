namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>What a caller's own code throws.</summary>
internal sealed class CallerException(Exception? reason = null) : Exception("The caller's own.", reason);
