using Gan.Experiments.Checkpoints.TensorFiles;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>A part of a run that a checkpoint saves, as tensors by name. Implement it for what <see cref="TrainingState"/> does not know.</summary>
internal interface IStatePart
{
    /// <summary>The state as it is now.</summary>
    /// <returns>The part's own tensors, which are only read, or new ones in the current dispose scope. Types are those of <see cref="Safetensors"/>.</returns>
    IReadOnlyDictionary<string, Tensor> Capture();

    /// <summary>Checks a saved state, and changes nothing yet: other parts may refuse theirs.</summary>
    /// <param name="tensors">What <see cref="Capture"/> returned once, on the CPU.</param>
    /// <returns>What takes it over.</returns>
    /// <exception cref="ArgumentException">The state is another's: a tensor is missing, too many, or of another shape or type.</exception>
    Action Restoring(IReadOnlyDictionary<string, Tensor> tensors);
}
