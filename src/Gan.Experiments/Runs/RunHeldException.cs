namespace Gan.Experiments.Runs;

/// <summary>Another process trains in a run's folder.</summary>
internal sealed class RunHeldException(string path, Exception inner) : IOException($"{path} is being trained by another process: wait for it, or stop it.", inner);
