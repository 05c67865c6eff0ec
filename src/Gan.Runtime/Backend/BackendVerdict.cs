namespace Gan.Runtime;

/// <summary>What <see cref="TorchBackend.Check"/> found.</summary>
/// <param name="Status">How libtorch's layers stand.</param>
/// <param name="Text">The same in a sentence or two: where they were cured, what was wrong, on which processor, the cure and its cost.</param>
public sealed record BackendVerdict(BackendStatus Status, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
