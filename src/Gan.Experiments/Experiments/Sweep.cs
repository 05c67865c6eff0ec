namespace Gan.Experiments;

/// <summary>Values of one hyperparameter that an experiment is run with.</summary>
/// <param name="Hyperparameter">The property's name.</param>
/// <param name="Values">The values, in the order they are run.</param>
public sealed record Sweep(string Hyperparameter, IReadOnlyList<double> Values);
