using System.Globalization;

namespace Gan.Generators.Tests.Generation;

/// <summary>The same declaration gives the same bytes, whatever the machine's culture and line ends.</summary>
public sealed class DeterminismTests
{
    private const string Source = """
        namespace A;
        [Gan.Dsl.GanObjective(Real = "0.25 * pow(t - m, 2)", Fake = "1.5e-16 * softplus(t) + 1e-16 * t", Generator = "-t")]
        [Gan.Dsl.GradientPenalty(Weight = 0.1, Target = 1.5)]
        public sealed partial class Mine
        {
            [Gan.Dsl.Hyperparameter(Min = -0.5)] public double M { get; init; } = 0.75;
        }
        """;

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void CulturesDoNotMatter(string culture)
    {
        var expected = GeneratorRun.Over(Source).Sources;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CommaCulture(culture);
            Assert.Equal(expected, GeneratorRun.Over(Source).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The whole catalogue, under a culture with every separator and sign that does harm.</summary>
    [Fact]
    public void TheCatalogueIsTheSameInEveryCulture()
    {
        var expected = GeneratorRun.Of(RuntimeSources.Compilation()).Sources;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CommaCulture("sv-SE");
            Assert.Equal(expected, GeneratorRun.Of(RuntimeSources.Compilation()).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void LineEndsDoNotMatter()
    {
        var lf = GeneratorRun.Over(Source.ReplaceLineEndings("\n")).Sources;
        var crlf = GeneratorRun.Over(Source.ReplaceLineEndings("\r\n")).Sources;
        Assert.Equal(lf, crlf);
        Assert.All(crlf.Values, static text => Assert.DoesNotContain('\r', text));
    }

    /// <summary>With invariant globalization every culture has the invariant's data: give it the separators that do harm.</summary>
    private static CultureInfo CommaCulture(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = name is "ar-SA" or "fa-IR" ? "٫" : ",";
        culture.NumberFormat.NegativeSign = name == "fa-IR" ? "\u200e−" : "−";
        return culture;
    }
}
