namespace Gan.Experiments;

/// <summary>How a classifier came about; it is kept in its file.</summary>
/// <param name="Data">The name of the data set.</param>
/// <param name="Classes">The names of its classes.</param>
/// <param name="Trained">The samples trained on: the first ones of the data set.</param>
/// <param name="HeldOut">The samples held out: those after them.</param>
/// <param name="Accuracy">The measured share of held-out samples whose class is right.</param>
/// <param name="Options">The options of the training.</param>
public sealed record ClassifierTrainingRecord(string Data, IReadOnlyList<string> Classes, int Trained, int HeldOut, double Accuracy, ClassifierTrainingOptions Options);
