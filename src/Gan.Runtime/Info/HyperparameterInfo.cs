namespace Gan.Runtime;

/// <summary>Describes a hyperparameter of an objective.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Default">The default value.</param>
/// <param name="Min">The smallest value allowed, or negative infinity for no limit.</param>
/// <param name="Max">The largest value allowed, or positive infinity for no limit.</param>
/// <param name="Exclusive">Whether <paramref name="Min"/> and <paramref name="Max"/> themselves are excluded.</param>
public sealed record HyperparameterInfo(string Name, double Default, double Min, double Max, bool Exclusive)
{
    /// <summary>Gets or sets the value as a formula of the step, or <see langword="null"/> if the hyperparameter has no schedule. <see cref="Default"/> is then its value at step 0.</summary>
    public string? Schedule { get; init; }

    /// <summary>Gets or sets the next value as a formula of statistics of the batches, or <see langword="null"/> if it is not a state. <see cref="Default"/> is then the value before the first step.</summary>
    public string? Update { get; init; }
}
