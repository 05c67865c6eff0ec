namespace Gan.Dsl;

/// <summary>What values D's output can take. The compiler checks the losses over these values only.</summary>
public enum LogitRange
{
    /// <summary>Any real number, as of a linear last layer.</summary>
    Real,

    /// <summary>
    /// 0 and above, as of an energy that is a reconstruction error (EBGAN, Zhao, Mathieu and LeCun 2016, arXiv 1609.03126; BEGAN, Berthelot, Schumm and Metz 2017,
    /// arXiv 1703.10717), or of a density ratio. D itself must see to it: nothing is checked at run time.
    /// </summary>
    /// <remarks>It says nothing of a relativistic objective, because the difference of two such outputs can be any number.</remarks>
    NonNegative,
}
