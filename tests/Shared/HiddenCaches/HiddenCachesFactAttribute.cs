namespace Gan.Tests.Shared;

/// <summary>A test on <see cref="HiddenCaches"/>; where there cannot be such a machine, it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HiddenCachesFactAttribute : FactAttribute
{
    public HiddenCachesFactAttribute() => Skip = HiddenCaches.Missing;
}

/// <inheritdoc cref="HiddenCachesFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HiddenCachesTheoryAttribute : TheoryAttribute
{
    public HiddenCachesTheoryAttribute() => Skip = HiddenCaches.Missing;
}
