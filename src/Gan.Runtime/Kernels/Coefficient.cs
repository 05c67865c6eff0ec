using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Holds a coefficient of a loss in double and in single precision. Kernels round it once per call and load it into all lanes.</summary>
/// <param name="value">The coefficient.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Coefficient(double value)
{
    /// <summary>Gets the coefficient in double precision.</summary>
    public double Exact { get; } = value;

    /// <summary>Gets the coefficient, rounded to single precision.</summary>
    public float Rounded { get; } = (float)value;
}
