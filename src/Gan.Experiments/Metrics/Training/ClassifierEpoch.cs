namespace Gan.Experiments;

/// <summary>Represents the progress of the training of a classifier after an epoch.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="Loss">The mean cross entropy of the epoch, on augmented samples.</param>
/// <param name="Accuracy">The accuracy on the held-out samples after the epoch, from 0 to 1.</param>
public sealed record ClassifierEpoch(int Epoch, double Loss, double Accuracy);
