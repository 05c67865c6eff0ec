namespace Gan.Experiments;

/// <summary>Records how a classifier was trained. It is saved with the classifier.</summary>
/// <param name="Data">The name of the data set.</param>
/// <param name="Classes">The names of its classes.</param>
/// <param name="Trained">The number of training samples, which are the first ones of the data set.</param>
/// <param name="HeldOut">The number of held-out samples, which are the last ones of the data set.</param>
/// <param name="Accuracy">The measured accuracy on the held-out samples, from 0 to 1.</param>
/// <param name="Options">The options of the training.</param>
public sealed record ClassifierTrainingRecord(string Data, IReadOnlyList<string> Classes, int Trained, int HeldOut, double Accuracy, ClassifierTrainingOptions Options);
