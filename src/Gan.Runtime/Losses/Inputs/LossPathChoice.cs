using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Holds the path of an objective. All choices are equal, so that objectives that differ only in their path are equal, in a record too.</summary>
/// <param name="path">The path.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LossPathChoice(LossPath path) : IEquatable<LossPathChoice>
{
    /// <summary>Gets the path.</summary>
    public LossPath Path { get; } = path;

    /// <summary>Checks libtorch with <see cref="TorchBackend.Check"/>, and returns <see cref="LossPath.Automatic"/>.</summary>
    /// <returns>The automatic path.</returns>
    /// <exception cref="WrongBackendException">libtorch computes wrong gradients on this machine, and the cure does not help.</exception>
    /// <exception cref="ArgumentException"><c>GANDSL_BACKEND_CHECK</c> is neither <c>on</c> nor <c>off</c>.</exception>
    public static LossPathChoice OnCheckedBackend()
    {
        TorchBackend.Check();
        return default;
    }

    /// <summary>Returns <see langword="true"/>.</summary>
    public static bool operator ==(LossPathChoice left, LossPathChoice right) => left.Equals(right);

    /// <summary>Returns <see langword="false"/>.</summary>
    public static bool operator !=(LossPathChoice left, LossPathChoice right) => !left.Equals(right);

    /// <summary>Returns <see langword="true"/>.</summary>
    public bool Equals(LossPathChoice other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LossPathChoice;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
