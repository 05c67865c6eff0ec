namespace Gan.Runtime.Backend;

/// <summary>A value that a layer computes wrongly.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Value">Its output, or a gradient.</param>
/// <param name="Error">The norm of the error by that of the right value; NaN where the value is.</param>
internal sealed record WrongLayer(CheckedLayer Layer, string Value, double Error)
{
    /// <inheritdoc/>
    public override string ToString() => double.IsFinite(Error)
        ? FormattableString.Invariant($"the {Value} of {Layer} is off by {100 * Error:g2}%")
        : $"the {Value} of {Layer} is NaN";
}
