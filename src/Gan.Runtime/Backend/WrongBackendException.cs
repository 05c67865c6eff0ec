namespace Gan.Runtime;

/// <summary>libtorch computes layers wrongly on this machine, and no cure that can be applied from within makes them right: training would learn from wrong gradients.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
public sealed class WrongBackendException(string message) : Exception(message);
