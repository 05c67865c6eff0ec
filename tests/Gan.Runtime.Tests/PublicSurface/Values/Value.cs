namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>A value for a parameter.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Make">The value, new for each call. Its tensors belong to the scene's scope.</param>
/// <param name="IsSane">Whether what is computed with it must be a number: it holds no NaN, no infinity and nothing at the limits of its type.</param>
/// <param name="IsMeaningless">Whether no method can have a use for it.</param>
internal sealed record Value(string Name, Func<Scene, object?> Make, bool IsSane = true, bool IsMeaningless = false);
