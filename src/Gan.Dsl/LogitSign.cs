namespace Gan.Dsl;

/// <summary>Which samples get the high values of D's output.</summary>
public enum LogitSign
{
    /// <summary>
    /// Real samples: D's output is a logit. Three losses that are all reversed, <c>Generator</c> too, are taken for those of an energy without being told.
    /// </summary>
    Logit,

    /// <summary>
    /// Generated samples: D's output is an energy, low on real samples. The formulas mean what they mean without it, so <c>FD</c> and <c>FG</c> fall where those of a logit rise:
    /// <c>FD = "max(0, 1 - t)", FG = "-t"</c> is the hinge loss of an energy.
    /// </summary>
    /// <remarks>LeCun et al. 2006, A Tutorial on Energy-Based Learning; Zhao, Mathieu and LeCun 2016 (arXiv 1609.03126).</remarks>
    Energy,
}
