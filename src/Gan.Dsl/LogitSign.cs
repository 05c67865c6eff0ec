namespace Gan.Dsl;

/// <summary>Specifies whether D's output is high for real samples or for generated ones.</summary>
public enum LogitSign
{
    /// <summary>
    /// D's output is a logit, high for real samples.
    /// </summary>
    /// <remarks>If all three losses, including <c>Generator</c>, have the opposite direction, the compiler recognises D's output as an energy even without <see cref="Energy"/>.</remarks>
    Logit,

    /// <summary>
    /// D's output is an energy, low for real samples.
    /// </summary>
    /// <remarks>
    /// <para>This value does not change the meaning of the formulas. <c>FD</c> and <c>FG</c> therefore decrease where the functions of a logit increase: <c>FD = "max(0, 1 - t)", FG = "-t"</c> is the hinge loss of an energy.</para>
    /// <para>Sources: LeCun et al. 2006, A Tutorial on Energy-Based Learning; Zhao, Mathieu and LeCun 2016 (arXiv 1609.03126).</para>
    /// </remarks>
    Energy,
}
