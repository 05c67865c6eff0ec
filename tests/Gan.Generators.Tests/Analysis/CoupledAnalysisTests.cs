using Gan.Dsl;
using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Objectives;
using Gan.Generators.Penalties;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

public sealed class CoupledAnalysisTests
{
    /// <summary>
    /// On the Dirac-GAN, D(x) = ψx with data at 0 and G at θ, both differences are ψθ. The pair: L_D = f_D(ψθ), L_G = f_G(-ψθ), the same field as uncoupled,
    /// ±i√(f_D′(0)f_G′(0)). The average: L_D = 2 f_D(ψθ), L_G = 2 f_G(-ψθ), eigenvalues twice as large.
    /// </summary>
    [Theory]
    [InlineData("softplus(t)", Coupling.Relativistic, "±0.5i")]
    [InlineData("softplus(t)", Coupling.RelativisticAverage, "±1i")]
    [InlineData("pow(1 + t, 2)", Coupling.Relativistic, "±2i")]
    [InlineData("pow(1 + t, 2)", Coupling.RelativisticAverage, "±4i")]
    public void Dirac_GAN(string f, Coupling coupling, string eigenvalues) => Assert.Equal(eigenvalues, Of(f, coupling).LocalConvergence.Eigenvalues!.ToString());

    [Theory]
    [InlineData("softplus(t)", true)]
    [InlineData("max(0, 1 + t)", true)]
    [InlineData("pow(1 + t, 2)", true)]
    [InlineData("t", false)]
    // Of separate logits u·f(-t) + f(t) is bounded for every u > 0, as eᵗ outgrows t; but where all differences may go to -∞, f alone counts.
    [InlineData("t > 0 ? exp(t) : 1 + t", false)]
    public void Its_loss_is_bounded_where_f_is(string f, bool isBounded)
    {
        var verdict = Of(f, Coupling.Relativistic).IsBoundedForEveryRatio;
        Assert.Equal((isBounded, !isBounded), (verdict.IsProved, verdict.IsRefuted));
    }

    /// <summary>Of pairs x ~ p, y ~ q with f = softplus it is the logistic regression of which of the two is real, whose answer is log p(x)q(y)/(p(y)q(x)).</summary>
    [Fact]
    public void The_logistic_pair_finds_the_log_ratio_up_to_a_constant()
    {
        Assert.Equal("log(p/q) + c, with any constant c", Of("softplus(t)", Coupling.Relativistic).Optimum.ClosedForm);
        Assert.Null(Of("softplus(t)", Coupling.RelativisticAverage).Optimum.ClosedForm);
        Assert.Null(Of("pow(1 + t, 2)", Coupling.Relativistic).Optimum.ClosedForm);
        Assert.Null(Of("softplus(t)", Coupling.Relativistic).Divergence.Name);
    }

    private static AnalysisResult Of(string f, Coupling coupling)
    {
        var losses = LossFormulas.OfPair(Formula.Parse(f), Formula.Parse(f));
        return CoupledAnalysis.Of(Analysed.Pair(f, f), coupling, losses, new EquatableArray<Penalty>([]));
    }
}
