using CsCheck;
using Gan.Generators.Analysis;
using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Formulas;
using Gan.Generators.Tests.Properties;
using Checked = Gan.Runtime.Proofs.Certificate;
using CheckedFormula = Gan.Runtime.Proofs.Arithmetic.Formula;

namespace Gan.Generators.Tests.Analysis;

/// <summary>
/// What is proved says how. The library's checker has its own reader, numbers, derivatives and rules, so that a false proof would have to be made twice.
/// Nothing is called proved without a certificate, and no certificate fails.
/// </summary>
public class CertificateTests
{
    private static readonly Dictionary<string, CheckedFormula> None = [];

    private static readonly Gen<Expr> Formulas = SoundnessTests.Formulas.Select(Simplifier.Simplify);

    // A sign is one wherever there is a value; the checker asks for values everywhere.
    private static readonly Gen<Expr> Defined = Gen.OneOf(RandomFormula.Everywhere, SoundnessTests.Shifted())
        .Select(static f => f.ReplaceParameters(RandomFormula.Values.ToDictionary(static v => v.Key, static v => (Expr)v.Value)));

    [Fact, Trait("Category", "Property")]
    public void Signs_are_certified() => Gen.Select(Defined, Gen.Double[-3, 3]).Certify(2000, atLeast: 350, static sample =>
        [(SignProver.NotNegative(Simplifier.Simplify(sample.Item1 + Math.Round(sample.Item2, 1)), Interval.All), None)]);

    [Fact, Trait("Category", "Property")]
    public void Convexity_is_certified() => Formulas.Certify(2000, atLeast: 500, static formula => [(Convexity.OnLine(formula), None)]);

    [Fact, Trait("Category", "Property")]
    public void Bounds_are_certified() => Gen.Select(Formulas, Formulas).Certify(2000, atLeast: 800, static sample =>
    {
        var losses = Losses(sample.Item1, sample.Item2, sample.Item1);
        var (real, fake) = (Curve.OnLine(sample.Item1, LossNames.Real), Curve.OnLine(sample.Item2, LossNames.Fake));
        return [(Boundedness.WhenEqual(real, fake), losses), (Boundedness.ForEveryRatio(real, fake), losses)];
    });

    [Fact, Trait("Category", "Property")]
    public void Slopes_that_vanish_are_certified() => Formulas.Certify(2000, atLeast: 100, static formula =>
        [(Saturation.Of(Curve.OnLine(formula, LossNames.Generator), Orientation.Logit), Losses(formula, formula, formula))]);

    [Fact, Trait("Category", "Property")]
    public void What_is_proved_from_0_on_is_certified() => Gen.Select(Formulas, Formulas).Certify(1000, atLeast: 800, static sample =>
    {
        var losses = Losses(sample.Item1, sample.Item2, sample.Item1);
        var (real, fake) = (new Curve(sample.Item1, Interval.AtLeast(0), LossNames.Real), new Curve(sample.Item2, Interval.AtLeast(0), LossNames.Fake));
        return [(Boundedness.WhenEqual(real, fake), losses), (Boundedness.ForEveryRatio(real, fake), losses), (Convexity.Of(real), losses), (Saturation.Of(real, Orientation.Logit), losses)];
    });

    /// <summary>A value at a number between pieces or at an end is part of the formula: 1/sign(t) has none at 0, and sign(t) is no longer convex from 0 on.</summary>
    [Theory]
    [InlineData("square(sign(t)) / tanh(sigmoid(t)) + 1 / sign(t)")]
    [InlineData("t + log(-1) * relu(-square(t))")]
    [InlineData("-softplus(-sqrt(t) / (0.85 * t + sign(t)))")]
    public void What_has_no_value_at_one_number_is_not_proved(string formula)
    {
        var curve = new Curve(Formula.Parse(formula), Interval.AtLeast(0), LossNames.Real);
        Assert.True(Boundedness.WhenEqual(curve, curve).IsUnknown);
        Assert.True(Convexity.Of(curve).IsUnknown);
    }

    [Theory]
    [InlineData("sign(t)")]
    [InlineData("t > 0 ? 1 + t : 0.5")]
    public void A_jump_at_the_first_number_is_not_convex(string formula) => Assert.False(Convexity.Of(new Curve(Formula.Parse(formula), Interval.AtLeast(0))).IsProved);

    /// <summary>An exponent of any degree vanishes faster than any power.</summary>
    [Theory]
    [InlineData("exp(-square(t))")]
    [InlineData("tanh(square(t))")]
    [InlineData("t * exp(-pow(t, 4) + 3 * square(t))")]
    [InlineData("sigmoid(pow(t, 3) - t)")]
    public void A_slope_that_vanishes_like_an_exponential_of_a_polynomial_is_certified(string formula)
    {
        var loss = Simplifier.Simplify(Formula.Parse(formula));
        var proved = Assert.IsType<Verdict.Proved>(Saturation.Of(Curve.OnLine(loss, LossNames.Generator), Orientation.Logit));
        Assert.True(Checked.Holds(proved.Certificate.ToString(), Losses(loss, loss, loss)), $"{proved.Certificate}");
    }

    [Theory]
    [InlineData("u * log(u)")]
    [InlineData("-log(u)")]
    [InlineData("pow(sqrt(u) - 1, 2)")]
    [InlineData("u * log(u) - (u + 1) * log((u + 1) / 2)")]
    [InlineData("(pow(u, 3) - 3 * u + 2) / 6")]
    [InlineData("abs(u - 1) / 2")]
    public void Generators_of_divergences_are_certified(string f) => Assert.True(Checked.Holds(Assert.IsType<Verdict.Proved>(Convexity.OnPositives(Analysed.OfRatio(f))).Certificate.ToString(), None));

    private static Dictionary<string, CheckedFormula> Losses(Expr real, Expr fake, Expr generator) => new()
    {
        [LossNames.Real] = CheckedFormula.Read(real.ToString(), new Dictionary<string, CheckedFormula>()),
        [LossNames.Fake] = CheckedFormula.Read(fake.ToString(), new Dictionary<string, CheckedFormula>()),
        [LossNames.Generator] = CheckedFormula.Read(generator.ToString(), new Dictionary<string, CheckedFormula>()),
    };
}

file static class CertifiedProperty
{
    /// <summary>Checks every certificate of the verdicts on random formulas: all hold, and so many there are at least.</summary>
    public static void Certify<T>(this Gen<T> generator, int samples, int atLeast, Func<T, (Verdict Verdict, Dictionary<string, CheckedFormula> Losses)[]> verdicts)
    {
        var (held, lost) = (0, new List<string>());
        foreach (var sample in generator.Take(samples))
        {
            foreach (var (verdict, losses) in verdicts(sample))
            {
                if (verdict is not Verdict.Proved proved) continue;
                if (Checked.Holds(proved.Certificate.ToString(), losses)) held++;
                else lost.Add($"{verdict.Reason}: {proved.Certificate} of {sample}");
            }
        }

        Assert.True(held >= atLeast, $"only {held} certificates hold, {atLeast} are wanted");
        Assert.True(lost.Count == 0, $"{lost.Count} of {held + lost.Count} certificates do not hold:\n{string.Join("\n", lost)}");
    }
}
