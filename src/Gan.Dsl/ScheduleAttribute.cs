namespace Gan.Dsl;

/// <summary>
/// Computes the value of a hyperparameter from the number of the training step, such as <c>[Schedule("cosine(step, 10, 1, 20000)")]</c>.
/// </summary>
/// <remarks>
/// <para>
/// The property is partial and has only a getter: <c>[Hyperparameter(Min = 0), Schedule("cosine(step, 10, 1, 20000)")] public partial double Gamma { get; }</c>.
/// Its value is the schedule at the step that the objective has moved to, which is 0 at first. <c>DiscriminatorTerms</c> moves the objective to its step. A loop of your own calls <c>MoveTo(step)</c>.
/// </para>
/// <para>
/// The formula uses the same functions as a loss, with <c>step</c> in place of <c>t</c>, and also <c>linear</c>, <c>cosine</c> and <c>exponential</c>, which go from one value to another
/// within a number of steps and then stay there. It can name constants, and hyperparameters without a schedule.
/// The compiler evaluates it at many steps and reports a value outside the range of the hyperparameter.
/// </para>
/// <para>Source of the cosine: Loshchilov and Hutter 2016 (arXiv 1608.03983).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ScheduleAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute.</summary>
    /// <param name="formula">The value as a formula of <c>step</c>, the number of the discriminator's step, from 0.</param>
    public ScheduleAttribute(string formula) => Formula = formula;

    /// <summary>Gets the value as a formula of <c>step</c>.</summary>
    public string Formula { get; }
}
