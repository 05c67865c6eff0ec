using System.Globalization;

namespace Gan.Experiments.Tests.Support;

/// <summary>Until it is disposed, numbers have a decimal comma and a minus sign of their own, as in some cultures.</summary>
internal sealed class CommaCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CommaCulture()
    {
        // Made here: the tests run with invariant globalization, where all cultures that have a name are alike.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "\u2212");
        (culture.NumberFormat.NaNSymbol, culture.NumberFormat.PositiveInfinitySymbol) = ("none", "\u221E");
        CultureInfo.CurrentCulture = culture;
        Assert.Equal("\u22120,5 none", $"{-0.5} {double.NaN}");
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
