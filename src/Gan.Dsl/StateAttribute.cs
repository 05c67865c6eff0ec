namespace Gan.Dsl;

/// <summary>
/// Marks a number that an objective carries from step to step and updates from the logits of each step of the discriminator, such as
/// <c>[State(Initial = 0, Min = 0, Max = 1, Update = "k + 0.001 * (gamma * mean(real) - mean(fake))")]</c>.
/// </summary>
/// <remarks>
/// <para>
/// The property is partial and has only a getter: <c>public partial double K { get; }</c>. Formulas name it like a hyperparameter. No gradient goes through it.
/// A step of the discriminator computes its losses with the current value, and takes the statistics of its logits. The next step of the discriminator starts with the value that <see cref="Update"/>
/// then has, clamped to the range from <see cref="Min"/> to <see cref="Max"/>, so the generator's step in between uses the same value as the discriminator's.
/// A loop that does not call <c>DiscriminatorTerms</c> calls <c>UpdateState(realLogits, fakeLogits)</c>. Checkpoints contain the value.
/// </para>
/// <para>Source of the example: Berthelot, Schumm and Metz 2017 (arXiv 1703.10717).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StateAttribute : Attribute
{
    /// <summary>Gets or sets the value before the first step. The default is 0.</summary>
    public double Initial { get; set; }

    /// <summary>Gets or sets the smallest value. The default is negative infinity.</summary>
    public double Min { get; set; } = double.NegativeInfinity;

    /// <summary>Gets or sets the largest value. The default is infinity.</summary>
    public double Max { get; set; } = double.PositiveInfinity;

    /// <summary>
    /// Gets or sets the next value as a formula of statistics of the batches, such as <c>mean(real)</c>, of hyperparameters, constants and states with their current values, and of <c>step</c>,
    /// the number of the discriminator's step.
    /// </summary>
    public string? Update { get; set; }
}
