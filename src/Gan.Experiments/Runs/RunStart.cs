using Gan.Experiments.Training;

namespace Gan.Experiments.Runs;

/// <summary>What a run begins with.</summary>
/// <param name="Plan">What is run.</param>
/// <param name="FirstStep">The first step that is trained: above 0 where the run goes on from a checkpoint.</param>
/// <param name="Columns">The names of its numbers: see <see cref="StepColumns"/>.</param>
/// <param name="Notes">What its reader should know, such as data that were skipped and checkpoints that were damaged.</param>
internal sealed record RunStart(RunPlan Plan, long FirstStep, IReadOnlyList<string> Columns, IReadOnlyList<string> Notes);
