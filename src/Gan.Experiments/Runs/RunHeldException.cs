namespace Gan.Experiments.Runs;

/// <summary>Another process trains in a run's folder.</summary>
internal sealed class RunHeldException(string path, Exception inner) : IOException($"Another process is training in {path}: wait for it, or stop it.", inner);
