namespace Gan.Dsl;

/// <summary>
/// Emits an xunit test class for each of one or more objectives.
/// </summary>
/// <remarks>
/// <para>The tests compare values and gradients with constants that the compiler computes from the declared formulas, compare penalties with closed forms, and check shapes, dtypes, NaN and leaks.</para>
/// <para>
/// <c>[assembly: GanObjectiveTests(typeof(Mine))]</c> tests one objective.
/// <c>[assembly: GanObjectiveTests(AllIn = typeof(Mine))]</c> tests every non-generic public objective of the assembly that contains the type.
/// The test project must reference xunit.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GanObjectiveTestsAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute that emits the tests of every objective of an assembly. Set <see cref="AllIn"/> with it.</summary>
    public GanObjectiveTestsAttribute()
    {
    }

    /// <summary>Initialises a new instance of the attribute that emits the tests of one objective.</summary>
    /// <param name="objective">A class with a <see cref="GanObjectiveAttribute"/> or an <see cref="FDivergenceAttribute"/>, in this assembly or a referenced one.</param>
    public GanObjectiveTestsAttribute(Type objective) => Objective = objective;

    /// <summary>Gets the objective to test, or <see langword="null"/> if <see cref="AllIn"/> is set.</summary>
    public Type? Objective { get; }

    /// <summary>Gets or sets any type of the assembly whose objectives are all to be tested.</summary>
    public Type? AllIn { get; set; }
}
