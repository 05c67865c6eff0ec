namespace Gan.Experiments.Checkpoints;

/// <summary>What a checkpoint says of itself.</summary>
/// <param name="Step">The step that comes next: as many have been trained. Not negative.</param>
/// <param name="Configuration">The run's configuration, as text.</param>
/// <param name="Code">The version of the code: see <see cref="CodeVersion"/>.</param>
internal sealed record CheckpointInfo(long Step, string Configuration, string Code);
