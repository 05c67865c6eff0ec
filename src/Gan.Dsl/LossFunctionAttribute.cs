namespace Gan.Dsl;

/// <summary>
/// Makes a C# method of an objective a function that its formulas can call.
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
/// The method must be static, and must take and return <c>double</c> or <c>float</c>. Its first parameter is the argument that the formula passes, usually the logit.
/// A formula calls the method by its name: <c>"Soft"</c> and <c>"Soft(t)"</c> mean the same, and <c>"2 * Soft(t - 1)"</c> is possible too.
/// A parameter that the formula does not pass takes the value of the hyperparameter of the same name: the second parameter of <c>Soft(double t, double margin)</c> is the property <c>Margin</c>.
/// If there is no such hyperparameter, it takes its default value.
/// </para>
/// <para>
/// The body is an expression or a block. It can contain local variables that are initialised where they are declared, <c>if</c>/<c>else</c>, <c>return</c>, <c>? :</c>,
/// switch expressions over comparisons, arithmetic, constants, casts to double and float, the methods of Math and MathF that formulas have too, and calls of other methods with this attribute, without recursion.
/// Numbers have the same meaning as in C#. The compiler reports an error for anything else.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LossFunctionAttribute : Attribute;
