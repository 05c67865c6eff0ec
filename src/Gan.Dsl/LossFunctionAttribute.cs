namespace Gan.Dsl;

/// <summary>
/// Makes a method of an objective a function that its formulas can use: a loss in plain C#, type-checked, debuggable, callable from other code.
/// </summary>
/// <remarks>
/// <code>
/// [GanObjective(FD = nameof(Soft), FG = "t")]
/// public sealed partial class Mine
/// {
///     [LossFunction] private static double Soft(double t) => t > 0 ? 1 + t : Math.Exp(t);
/// }
/// </code>
/// <para>
/// The method is static, takes and returns <c>double</c> or <c>float</c>, and its first parameter is what the formula hands it, mostly the logit.
/// A formula names it as it is written: <c>"Soft"</c> and <c>"Soft(t)"</c> mean the same, <c>"2 * Soft(t - 1)"</c> is fine too.
/// A further parameter that the formula does not give is the hyperparameter of the same name:
/// <c>Soft(double t, double margin)</c> takes the property <c>Margin</c>; where there is none, its default value.
/// </para>
/// <para>
/// The compiler reads the body, an expression or a block of: local variables that get their value where they are declared, <c>if</c>/<c>else</c>, <c>return</c>,
/// <c>? :</c>, switch expressions over comparisons, arithmetic, constants, casts to double and float,
/// methods of Math and MathF that formulas have too, and other methods with this attribute, without recursion.
/// Numbers mean what they mean in C#. Anything else is an error at its very characters.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LossFunctionAttribute : Attribute;
