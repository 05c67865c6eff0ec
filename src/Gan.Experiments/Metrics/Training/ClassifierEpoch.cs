namespace Gan.Experiments;

/// <summary>The progress of a training.</summary>
/// <param name="Epoch">The epoch that ended, from 1.</param>
/// <param name="Loss">Its mean cross entropy, on augmented samples.</param>
/// <param name="Accuracy">The accuracy on the held-out samples after it.</param>
public sealed record ClassifierEpoch(int Epoch, double Loss, double Accuracy);
