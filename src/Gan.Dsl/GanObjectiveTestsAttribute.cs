namespace Gan.Dsl;

/// <summary>
/// Emits an xunit test class for an objective: its values and gradients against constants that the compiler works out from the formulas as declared,
/// its penalties against closed forms, its behaviour on shapes, dtypes and NaN.
/// </summary>
/// <remarks>
/// <c>[assembly: GanObjectiveTests(typeof(Mine))]</c> for one objective,
/// <c>[assembly: GanObjectiveTests(AllIn = typeof(Mine))]</c> for all non-generic public objectives of the assembly that holds the type.
/// The test project references xunit.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GanObjectiveTestsAttribute : Attribute
{
    /// <summary>Used with <see cref="AllIn"/>.</summary>
    public GanObjectiveTestsAttribute()
    {
    }

    /// <summary>Emits the tests of one objective.</summary>
    /// <param name="objective">A class with <see cref="GanObjectiveAttribute"/>, of this assembly or a referenced one.</param>
    public GanObjectiveTestsAttribute(Type objective) => Objective = objective;

    /// <summary>The objective to test.</summary>
    public Type? Objective { get; }

    /// <summary>Any type of the assembly all of whose objectives are to be tested.</summary>
    public Type? AllIn { get; set; }
}
