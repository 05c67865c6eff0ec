namespace Gan.Runtime;

/// <summary>What Adam is to be made with.</summary>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Beta1">The decay of the mean gradient.</param>
/// <param name="Beta2">The decay of the mean squared gradient.</param>
public readonly record struct AdamSettings(double LearningRate, double Beta1, double Beta2);
