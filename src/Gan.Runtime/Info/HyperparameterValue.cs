namespace Gan.Runtime;

/// <summary>A hyperparameter with the value it has in one instance of an objective.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct HyperparameterValue(string Name, double Value);
