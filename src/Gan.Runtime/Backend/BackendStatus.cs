namespace Gan.Runtime;

/// <summary>Specifies whether libtorch computes layers correctly on this machine.</summary>
public enum BackendStatus
{
    /// <summary>The layers were not checked, because <c>GANDSL_BACKEND_CHECK</c> is <c>off</c> or libtorch does not load.</summary>
    Unchecked,

    /// <summary>The layers are correct.</summary>
    Right,

    /// <summary>The layers were wrong, and are correct after the cure that was applied.</summary>
    Cured,
}
