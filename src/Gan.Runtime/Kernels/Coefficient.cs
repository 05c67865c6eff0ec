using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>A number that a loss's hyperparameters make, in both precisions: it is rounded once a call, and read from memory into all lanes at once.</summary>
/// <param name="value">The number.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Coefficient(double value)
{
    /// <summary>The number itself.</summary>
    public double Exact { get; } = value;

    /// <summary>The nearest number of single precision.</summary>
    public float Rounded { get; } = (float)value;
}
