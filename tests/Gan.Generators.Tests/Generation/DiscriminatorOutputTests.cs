namespace Gan.Generators.Tests.Generation;

/// <summary>What a declaration says of D's output and limits is told by its documentation and its Info; the losses are those of the formulas.</summary>
public sealed class DiscriminatorOutputTests
{
    [Theory]
    [InlineData("Gan.Dsl.Coupling.None")]
    [InlineData("Gan.Dsl.Coupling.Relativistic")]
    [InlineData("Gan.Dsl.Coupling.RelativisticAverage")]
    public void A_pair_of_an_energy(string coupling)
    {
        var energy = Source($"FD = \"max(0, 1 - t)\", FG = \"-t\", Coupling = {coupling}, Sign = Gan.Dsl.LogitSign.Energy");
        Assert.Contains("D returns an energy, which is low for real samples, and E is", energy, StringComparison.Ordinal);
        Assert.Contains("Sign = global::Gan.Dsl.LogitSign.Energy,", energy, StringComparison.Ordinal);

        // Told to be a logit, the formulas mean the same losses.
        var logit = Source($"FD = \"max(0, 1 - t)\", FG = \"-t\", Coupling = {coupling}");
        Assert.Contains("D returns a logit, and E is", logit, StringComparison.Ordinal);
        Assert.Equal(Formulas(logit), Formulas(energy));
    }

    [Theory]
    [InlineData("Real = \"-t\", Fake = \"square(t)\", Generator = \"-t\", Logits = Gan.Dsl.LogitRange.NonNegative", "D returns a logit of at least 0, and E is")]
    [InlineData("Real = \"t\", Fake = \"max(0, 1 - t)\", Generator = \"t\", Logits = Gan.Dsl.LogitRange.NonNegative", "D returns an energy of at least 0, which is low for real samples, and E is")]
    public void An_output_that_is_never_negative(string formulas, string remark)
    {
        var source = Source(formulas);
        Assert.Contains(remark, source, StringComparison.Ordinal);
        Assert.Contains("Logits = global::Gan.Dsl.LogitRange.NonNegative,", source, StringComparison.Ordinal);
    }

    [Fact]
    public void What_limits_D_is_shown_as_it_is_written()
    {
        var source = Source("FD = \"t\", FG = \"t\"", "[Gan.Dsl.SpectralNorm] [Gan.Dsl.CriticLimitedBy(\" layers <A> & \\\"B\\\" \")]");
        Assert.Contains("Outside the objective, D is limited by layers &lt;A&gt; &amp; \"B\".", source, StringComparison.Ordinal);
        Assert.Contains("CriticLimits = [\"spectral normalisation\", \"layers <A> & \\\"B\\\"\"],", source, StringComparison.Ordinal);
    }

    private static string Source(string arguments, string more = "") => GeneratorRun.Over($"[Gan.Dsl.GanObjective({arguments})] {more} public partial class Mine;").Sources["Mine.g.cs"];

    private static IEnumerable<string> Formulas(string source) => source.Split('\n').Where(static line => line.Contains("ILossFormula", StringComparison.Ordinal) || line.Contains("loss =", StringComparison.Ordinal) || line.Contains("slope =", StringComparison.Ordinal));
}
