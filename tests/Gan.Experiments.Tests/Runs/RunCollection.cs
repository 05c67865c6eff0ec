namespace Gan.Experiments.Tests.Runs;

/// <summary>Runs seed torch's own random numbers, of which there are one for a process: one at a time.</summary>
[CollectionDefinition(nameof(RunCollection), DisableParallelization = true)]
public sealed class RunCollection;
