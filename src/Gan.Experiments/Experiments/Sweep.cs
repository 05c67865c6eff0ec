namespace Gan.Experiments;

/// <summary>Represents the values of a hyperparameter that an experiment is run with.</summary>
/// <param name="Hyperparameter">The name of the property.</param>
/// <param name="Values">The values, in the order in which they are run.</param>
public sealed record Sweep(string Hyperparameter, IReadOnlyList<double> Values);
