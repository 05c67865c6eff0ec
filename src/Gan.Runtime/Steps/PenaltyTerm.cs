using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>One penalty of a step.</summary>
/// <param name="Name">The penalty's name.</param>
/// <param name="Value">The scalar that is part of the total: weighted, and multiplied by <see cref="Penalty.Every"/>.</param>
public sealed record PenaltyTerm(string Name, Tensor Value);
