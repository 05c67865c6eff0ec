namespace Gan.Runtime;

/// <summary>Represents the value of a hyperparameter in one instance of an objective.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Value">The value of the hyperparameter.</param>
public readonly record struct HyperparameterValue(string Name, double Value);
