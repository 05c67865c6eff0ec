namespace SingleImage;

/// <summary>The numbers of a step: both adversarial losses, the weighted penalty, and the root mean squared error of the reconstruction.</summary>
internal sealed record StepLosses(double D, double Penalty, double G, double Rmse);
