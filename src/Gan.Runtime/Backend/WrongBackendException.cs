namespace Gan.Runtime;

/// <summary>The exception that is thrown when libtorch computes layers wrongly on this machine and switching oneDNN off does not help. Training would learn from wrong gradients.</summary>
/// <param name="message">The message, which states what is wrong, where, and what to do.</param>
public sealed class WrongBackendException(string message) : Exception(message);
