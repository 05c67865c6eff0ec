namespace Gan.Experiments.Commands;

/// <summary>The command line asks for something that is not there.</summary>
internal sealed class UsageException(string message) : Exception(message);
