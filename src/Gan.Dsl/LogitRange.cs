namespace Gan.Dsl;

/// <summary>Specifies the range of D's output. The compiler checks the losses over this range only.</summary>
public enum LogitRange
{
    /// <summary>Any real number, such as the output of a linear last layer.</summary>
    Real,

    /// <summary>
    /// Any number of at least 0, such as a reconstruction error or a density ratio. D itself must ensure the range; it is not checked at run time.
    /// </summary>
    /// <remarks>
    /// <para>This range has no effect on a relativistic objective, because the difference of two such outputs can be any real number.</para>
    /// <para>Sources: Zhao, Mathieu and LeCun 2016 (EBGAN, arXiv 1609.03126); Berthelot, Schumm and Metz 2017 (BEGAN, arXiv 1703.10717).</para>
    /// </remarks>
    NonNegative,
}
