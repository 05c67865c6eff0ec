namespace Gan.Runtime;

/// <summary>Represents settings of the Adam optimiser.</summary>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Beta1">The decay rate β1 of the mean gradient.</param>
/// <param name="Beta2">The decay rate β2 of the mean squared gradient.</param>
public readonly record struct AdamSettings(double LearningRate, double Beta1, double Beta2);
