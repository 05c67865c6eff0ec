namespace Gan.Runtime.Backend;

/// <summary>A change of libtorch's settings that may make its layers right.</summary>
/// <param name="Text">What it is and what it costs, as a sentence.</param>
/// <param name="TryApply">Applies it, for the whole process; false where it cannot be.</param>
internal sealed record BackendCure(string Text, Func<bool> TryApply);
