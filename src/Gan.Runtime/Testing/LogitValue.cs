namespace Gan.Runtime.Testing;

/// <summary>Represents the exact loss of one logit t, computed by other means than the loss under test.</summary>
/// <param name="Logit">The logit t.</param>
/// <param name="Value">The loss at t.</param>
/// <param name="Slope">The derivative of the loss at t.</param>
public readonly record struct LogitValue(double Logit, double Value, double Slope);
