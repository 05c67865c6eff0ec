namespace Gan.Runtime;

/// <summary>How libtorch's layers stand on this machine.</summary>
public enum BackendStatus
{
    /// <summary>They were not checked: <c>GANDSL_BACKEND_CHECK</c> is off, or libtorch does not load.</summary>
    Unchecked,

    /// <summary>They are right.</summary>
    Right,

    /// <summary>They were wrong, and are right with the cure that was applied.</summary>
    Cured,
}
