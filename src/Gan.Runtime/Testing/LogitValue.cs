namespace Gan.Runtime.Testing;

/// <summary>What a loss of one logit must be, worked out by other means than the loss under test.</summary>
/// <param name="Logit">t.</param>
/// <param name="Value">The loss at t.</param>
/// <param name="Slope">Its derivative at t.</param>
public readonly record struct LogitValue(double Logit, double Value, double Slope);
