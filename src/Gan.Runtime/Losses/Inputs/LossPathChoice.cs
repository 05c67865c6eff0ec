using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>The path an objective takes. All choices are equal: an objective is its type and its options, not how they are computed, in a record too.</summary>
/// <param name="path">The path.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LossPathChoice(LossPath path) : IEquatable<LossPathChoice>
{
    /// <summary>The path.</summary>
    public LossPath Path { get; } = path;

    /// <summary>The automatic path, once libtorch has been checked: an objective is made before networks train with it.</summary>
    /// <exception cref="WrongBackendException">libtorch computes wrong gradients here and cannot be cured.</exception>
    public static LossPathChoice OnCheckedBackend()
    {
        TorchBackend.Check();
        return default;
    }

    /// <summary>Always.</summary>
    public static bool operator ==(LossPathChoice left, LossPathChoice right) => left.Equals(right);

    /// <summary>Never.</summary>
    public static bool operator !=(LossPathChoice left, LossPathChoice right) => !left.Equals(right);

    /// <summary>Always.</summary>
    public bool Equals(LossPathChoice other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LossPathChoice;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
