namespace Gan.Runtime;

/// <summary>Represents the result of <see cref="TorchBackend.Check"/>.</summary>
/// <param name="Status">Whether libtorch's layers are correct.</param>
/// <param name="Text">The result in one or two sentences. If the layers were cured, they state what was wrong, on which processor, the cure and its cost.</param>
public sealed record BackendVerdict(BackendStatus Status, string Text)
{
    /// <summary>Returns <see cref="Text"/>.</summary>
    public override string ToString() => Text;
}
