using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the value of a penalty at a step.</summary>
/// <param name="Name">The name of the penalty.</param>
/// <param name="Value">The scalar that is part of the total: the expectation, multiplied by <see cref="Penalty.Weight"/> and <see cref="Penalty.Every"/>.</param>
public sealed record PenaltyTerm(string Name, Tensor Value);
