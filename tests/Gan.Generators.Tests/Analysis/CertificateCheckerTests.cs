using CsCheck;
using Gan.Generators.Analysis;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Formulas;
using Gan.Generators.Tests.Properties;
using Gan.Runtime.Proofs.Arithmetic;
using Certificate = Gan.Runtime.Proofs.Certificate;
using ProofFormula = Gan.Runtime.Proofs.Arithmetic.Formula;

namespace Gan.Generators.Tests.Analysis;

/// <summary>The checker takes what is true and shown, and nothing else: what a wrong prover would write fails.</summary>
public class CertificateCheckerTests
{
    private const string Line = "range(-infinity, infinity)";
    private static readonly Dictionary<string, ProofFormula> s_none = [];

    [Theory]
    [InlineData($"convex(softplus(-t), {Line}, composition(convex(any, softplus(t), -infinity, infinity)))")]
    [InlineData($"convex(exp(square(t)), {Line}, composition(convex(rising, exp(t), 0, infinity), convex(any, square(t), -infinity, infinity)))")]
    [InlineData($"convex(leaky_relu(t, 0.2), {Line}, composition)")]
    [InlineData($"convex(elu(t, 0.5), {Line}, composition)")]
    [InlineData($"convex(log(exp(t) + exp(-t)), {Line}, pieces(whole))")]
    [InlineData($"convex(sqrt(1 + t * t), {Line}, pieces(whole))")]
    [InlineData($"convex(t > 0 ? 1 + t : exp(t), {Line}, pieces(kink(0, 0), whole, whole))")]
    [InlineData($"convex(max(0, 1 + 3 * t) + t * t, {Line}, pieces(kink(-0.33333333333333337, -0.3333333333333333), whole, whole))")]
    [InlineData("convex(t * log(t), range(tiny, infinity), pieces(whole))")]
    [InlineData($"notnegative(exp(t) - t - 1, {Line}, slopes(0, whole, whole))")]
    [InlineData($"notnegative(t * t - 0.1 * sin(t) + 0.5, {Line}, split(-4, 4))")]
    [InlineData($"bounded(exp(t) - t, {Line}, left(1, enclosed), right(2, rises))")]
    [InlineData($"minimum(-t - 1, exp(t), {Line}, left(1, enclosed, enclosed), right(2, outgrown))")]
    [InlineData("bounded(-softplus(-t), range(0, infinity), right(1, enclosed))")]
    [InlineData($"bounded(sqrt(1 + t * t) - t, {Line}, left(1, enclosed), right(2, positive))")]
    [InlineData("minimum(t, max(0, 10 - t), range(0, infinity), right(2, rises, enclosed), kink(10, 10))")]
    [InlineData("flat(square(t), 0)")]
    [InlineData("convex(sqrt(t * t * t), range(0, infinity), pieces(whole))")]
    [InlineData("vanishes(log(softplus(t)), right(32))")]
    [InlineData("vanishes(-softplus(t), left(2))")]
    [InlineData("logarithm(softplus(-t), softplus(t))")]
    [InlineData("balanced(softplus(-t), softplus(t), range(0, 0))")]
    [InlineData("converges(10, softplus(t), softplus(-t), range(0, 0))")]
    // Bounds that have to be close: of waves, of slopes of σ, of constants that are no numbers, of exponentials of exponentials, of a difference that is softplus(−t).
    [InlineData($"notnegative(sin(cos(square(t))) + 0.8585, {Line}, whole)")]
    [InlineData($"notnegative(1.5 - abs(cos(3 * square(t))), {Line}, whole)")]
    [InlineData($"notnegative(4 * square(t) * square(softplus(-1.25)) - 4 * t * softplus(-1.25) + 1, {Line}, whole)")]
    [InlineData($"convex(tanh(sin(t)) + 4 * square(t), {Line}, pieces(whole))")]
    [InlineData($"minimum(softplus(-0.75) * square(t) + exp(-softplus(-0.75) * square(t)), t, {Line}, left(32, outgrown), right(1, enclosed, enclosed))")]
    [InlineData($"bounded(square(softplus(exp(2 * t) * expm1(t))) - 2 * softplus(exp(2 * t) * expm1(t)), {Line}, left(1, enclosed), right(2, positive))")]
    [InlineData($"minimum(t * (t + square(t) + 2.5) * sin(10) * square(t), square(expm1(t) * square(t)), {Line}, left(2, rises, enclosed), right(32, outgrown))")]
    [InlineData("convex(max(softplus(t), elu(t, 0.5)), range(0, infinity), pieces(whole))")]
    // Parts that do not matter: sides that agree, a factor that is 0, a decider whose slope is infinite, a sign of 0.
    [InlineData($"convex(t >= 2 / 3 ? relu(t) : max(t, 0), {Line}, pieces(kink(0, 0), whole, whole))")]
    [InlineData("flat(relu(-1.25 * t) * sqrt(t), 0)")]
    [InlineData("flat(-softplus(min(-0.25, sqrt(t))), 0)")]
    [InlineData("vanishes(sign(relu(t - 1)) / (t - 1), left(32))")]
    [InlineData($"convex(softplus(-exp(softplus(t)) * relu(-exp(-2))), {Line}, composition)")]
    // 0 times what has no exact form, as of a kink that comes again and again.
    [InlineData("vanishes(relu(exp(t) - 9) * elu(cos(pow(t, 3)), 0.5), left(32))")]
    [InlineData("vanishes(relu(t) * relu(sin(t)), left(32))")]
    // A square of a wave and a constant that is no number, multiplied out.
    [InlineData($"notnegative(-2 * sin(t - 1.25) + square(sin(t - 1.25) + sigmoid(0.25)) - 2 * sigmoid(0.25) + 3, {Line}, whole)")]
    // softplus of numbers whose exponential is beyond all bounds.
    [InlineData($"notnegative(exp(softplus(expm1(100))) - softplus(expm1(100)), {Line}, whole)")]
    // What bounds show in a few steps and an exact form of hundreds of terms in none.
    [InlineData($"convex(expm1(tanh(t)) + sin(sin(t)) + softplus(square(t)), {Line}, pieces(split(-2, -0.75, -0.125, 0.1875, 0.34375, 0.5, 0.578125, 0.65625, 0.734375, 0.8125, 0.890625, 0.96875, 1.125, 1.28125, 1.4375, 1.75, 2.375, 3, 8)))")]
    [InlineData("vanishes(log1p(-softplus(0.5 / t)), left(32))")]
    // cos(−t) is cos(t).
    [InlineData($"bounded(cos(t) * cos(abs(t)) * square(t) + 0.75, {Line}, left(2, positive), right(2, positive))")]
    [InlineData($"bounded(-sin(t) * sin(-t) * square(t), {Line}, left(2, positive), right(2, positive))")]
    // 1 − tanh(1.25) is less than 1 + tanh(1.25): numbers add up before a wave multiplies them.
    [InlineData($"bounded(1.5625 * t * (-softplus(-t) + tanh(t) - tanh(1.25)) * sin(t) * softplus(t) + sigmoid(0.3) * square(t), {Line}, left(2, positive), right(2, positive))")]
    // What grows times what vanishes.
    [InlineData("vanishes(log(sqrt(0.5 * (t - 1) / t)), left(32))")]
    // A rounded kink is seen to be elsewhere before much is tried.
    [InlineData($"convex(max(10, 2 * t * max(0.75, t) + leaky_relu(t, 0.2) - 2 * square(t) + leaky_relu(-3, 0.2) - 1.9), {Line}, pieces(kink(0, 0), kink(0.75, 0.75), kink(12.5, 12.5), whole, whole, whole, whole))")]
    // A root of 0, a denominator that multiplied out shows less, kinks of what 0 multiplies.
    [InlineData("vanishes(elu(sqrt(relu(t)) / log1p(exp(t)), 0.5), left(32))")]
    [InlineData("vanishes(-1 / (0.75 * t) / (cos(t) + 3), left(32))")]
    [InlineData("convex(relu(cos(2)) * sin(max(1, t)) + softplus(t), range(0.75, 5), pieces(whole))")]
    // Numbers in formulas are rounded: a kink may be a last digit from where it is said to be.
    [InlineData($"convex(max(abs(2 * t + leaky_relu(-3, 0.2) + 2.5), -1), {Line}, pieces(kink(-0.95, -0.95), whole, whole))")]
    // A number under a root, and kinks at one number, of which one sees the slope of the other.
    [InlineData("vanishes(1 / log(sqrt(-t / 3)), left(32))")]
    [InlineData($"convex(abs(leaky_relu(3 * t + 10, 0.2)), {Line}, pieces(kink(-3.3333333333333344, -3.333333333333332), whole, whole))")]
    // The logarithm of what is above 1, but as little as may be.
    [InlineData($"bounded(pow(log(expm1(t) + 2), -2), {Line}, left(1, enclosed), right(1, enclosed))")]
    public void What_is_true_and_shown_holds(string certificate) => Assert.True(Certificate.Holds(certificate, s_none));

    // What is false.
    [Theory]
    [InlineData($"convex(-softplus(-t), {Line}, composition)")]
    [InlineData($"convex(-softplus(-t), {Line}, composition(convex(any, softplus(t), -infinity, infinity)))")]
    [InlineData($"convex(leaky_relu(t, 1.2), {Line}, composition)")]
    [InlineData($"convex(elu(t, 1.5), {Line}, composition)")]
    [InlineData($"convex(tanh(t), {Line}, pieces(whole))")]
    [InlineData($"convex(t * t - 1.001 * abs(t), {Line}, pieces(kink(0, 0), whole, whole))")]
    [InlineData($"convex(t > 0 ? 2 + t : exp(t), {Line}, pieces(kink(0, 0), whole, whole))")]
    [InlineData($"convex(t > 0 ? 1 + 0.5 * t : exp(t), {Line}, pieces(kink(0, 0), whole, whole))")]
    [InlineData($"convex(max(t, 0) > 0 ? t * t : -t * t, {Line}, pieces(whole))")]
    [InlineData($"notnegative(exp(t) - t - 1.001, {Line}, slopes(0, whole, whole))")]
    [InlineData($"notnegative(t * t - 0.001, {Line}, split(-1, 0, 1))")]
    [InlineData($"notnegative(t > 0 ? t - 1 : 1 - t, {Line}, slopes(0, whole, whole))")]
    [InlineData($"bounded(-exp(t) - t, {Line}, left(1, enclosed), right(2, rises))")]
    [InlineData($"bounded(1 / t, {Line}, left(1, enclosed), right(1, enclosed))")]
    [InlineData($"minimum(-t, 2 * t, {Line}, left(1, enclosed, enclosed), right(2, outgrown))")]
    [InlineData($"minimum(-t - 1, exp(0.0 * t), {Line}, left(1, enclosed, enclosed), right(2, enclosed, enclosed))")]
    [InlineData("bounded(-t, range(0, infinity), right(1, enclosed))")]
    [InlineData("bounded(log(t), range(0, infinity), right(1, enclosed))")]
    [InlineData($"bounded(-t, {Line})")]
    [InlineData($"bounded(t - sqrt(1 + t * t) - t, {Line}, left(1, enclosed), right(2, positive))")]
    [InlineData("bounded(-exp(t), left(1, enclosed), right(2, rises))")]
    [InlineData("flat(t * t * t - t, 0)")]
    [InlineData("convex(sign(t), range(0, infinity), pieces(whole))")]
    [InlineData("convex(-sqrt(t * t * t), range(0, infinity), pieces(whole))")]
    [InlineData("vanishes(log(softplus(t)), left(32))")]
    [InlineData("vanishes(-softplus(t), right(2))")]
    [InlineData("vanishes(log(1 + t * t) * t, left(2))")]
    [InlineData("logarithm(exp(-t), exp(t))")]
    [InlineData("logarithm(-softplus(-t), -softplus(t))")]
    [InlineData("balanced(softplus(-t), 1.001 * softplus(t), range(0, 0))")]
    [InlineData("falls(softplus(t), range(0, 0))")]
    [InlineData("vanishes(relu(t) * relu(sin(t)), right(32))")]
    [InlineData($"notnegative(square(sin(t)) - 2 * sin(t) + 0.99, {Line}, whole)")]
    [InlineData($"notnegative(pow(t, 3) - 2 * square(t) + t, {Line}, whole)")]
    [InlineData($"notnegative(-square(sin(t)) - 2 * sin(t) - 2, {Line}, whole)")]
    [InlineData($"bounded(sin(t) * sin(-t) * square(t), {Line}, left(2, positive), right(2, positive))")]
    [InlineData($"bounded(cos(t) * cos(t + 1) * square(t), {Line}, left(2, positive), right(2, positive))")]
    [InlineData("notnegative(-sqrt(square(t)), range(-8, -1), whole)")]
    [InlineData("notnegative(-sqrt(square(t) * exp(t)), range(-8, -1), whole)")]
    [InlineData("flat(0.3 * t * (t + 10 / t) * relu(-softplus(-t)), 0)")]
    [InlineData("rises(square(t), range(-1, 1))")]
    [InlineData("converges(0, softplus(t), softplus(-t), range(0, 0))")]
    [InlineData("converges(10, softplus(t), softplus(t), range(0, 0))")]
    [InlineData($"bounded(1 / log(expm1(t) + 1), {Line}, left(1, enclosed), right(1, enclosed))")]
    [InlineData($"bounded(-pow(log(expm1(t) + 2), -2), {Line}, left(1, enclosed), right(1, enclosed))")]
    // Two kinks so close that they look like one.
    [InlineData($"convex(max(abs(3 * t + 10) - 2 * relu(3 * t + 10.000000000000001), relu(3 * t + 10)), {Line}, pieces(kink(-3.3333333333333344, -3.333333333333332), whole, whole))")]
    [InlineData($"convex(abs(leaky_relu(3 * t + 10, 0.2)) - 0.001 * abs(3 * t + 10.000000000000002), {Line}, pieces(kink(-3.3333333333333344, -3.333333333333332), whole, whole))")]
    public void What_is_false_does_not(string certificate) => Assert.False(Certificate.Holds(certificate, s_none));

    // What may be true, but not for the reason given: a step of the wrong shape, a missing piece, a kink that is elsewhere, a number with the wrong sign.
    [Theory]
    [InlineData($"convex(softplus(-t), {Line}, composition(concave(any, softplus(t), -infinity, infinity)))")]
    [InlineData($"convex(exp(square(t)), {Line}, composition(convex(falling, exp(t), 0, infinity)))")]
    [InlineData($"convex(square(t), {Line}, composition(convex(rising, square(t), -1, infinity)))")]
    [InlineData($"convex(t > 0 ? 1 + t : exp(t), {Line}, pieces(whole))")]
    [InlineData($"convex(t > 0 ? 1 + t : exp(t), {Line}, pieces(kink(0, 0), whole))")]
    [InlineData($"convex(t > 0 ? 1 + t : exp(t), {Line}, pieces(kink(1, 1), whole, whole))")]
    [InlineData($"notnegative(exp(t) - t - 1, {Line}, slopes(1, whole, whole))")]
    [InlineData($"notnegative(exp(t) - t - 1, {Line}, whole)")]
    [InlineData($"notnegative(exp(t) - t - 1, {Line}, anything)")]
    [InlineData("logarithm(softplus(-t))")]
    [InlineData("convex(softplus(-t))")]
    [InlineData("certainly(softplus(-t))")]
    [InlineData("(")]
    [InlineData("")]
    public void What_is_not_shown_does_not(string certificate) => Assert.False(Certificate.Holds(certificate, s_none));

    /// <summary>What has to be trusted is short enough to read.</summary>
    [Fact]
    public void The_rules_have_at_most_300_lines() => Assert.InRange(
        new[] { "Certificate.cs", "Curvatures.cs", "Signs.cs" }.Sum(static file => File.ReadLines(Path.Combine(Repository.Root, "src", "Gan.Runtime", "Proofs", file)).Count()), 100, 300);

    /// <summary>A prover that proved what is refuted could not certify it.</summary>
    [Fact, Trait("Category", "Property")]
    public void What_is_refuted_cannot_be_certified() => SoundnessTests.Formulas.Select(Simplifier.Simplify).Holds(500, atLeast: 150, static formula =>
    {
        var (text, isRefuted) = (formula.ToString(), false);
        if (SignProver.NotNegative(formula, Generators.Formulas.Intervals.Interval.All).IsRefuted)
        {
            isRefuted = true;
            foreach (var proof in new[] { "whole", "split(-8, -1, 1, 8)", "slopes(0, whole, whole)" })
                Assert.False(Certificate.Holds($"notnegative({text}, {Line}, {proof})", s_none), $"{text}: {proof}");
        }

        if (Convexity.OnLine(formula).IsRefuted)
        {
            isRefuted = true;
            foreach (var proof in new[] { "composition", "pieces(whole)", "pieces(kink(0, 0), whole, whole)", "pieces(split(-8, -1, 0, 1, 8))" })
                Assert.False(Certificate.Holds($"convex({text}, {Line}, {proof})", s_none), $"{text}: {proof}");
        }

        return isRefuted;
    });

    /// <summary>The bounds hold the values of the formula, its slope and its second derivative in 320 bits.</summary>
    [Fact, Trait("Category", "Property")]
    public void Bounds_hold_the_values() => Gen.Select(RandomFormula.Everywhere, Gen.Double[-8, 8], Gen.Double[0, 1]).Holds(1000, atLeast: 400, static sample =>
    {
        var formula = sample.Item1.ReplaceParameters(RandomFormula.Values.ToDictionary(v => v.Key, v => (Expr)v.Value));
        var (low, high) = (Math.Round(sample.Item2, 2), Math.Round(sample.Item2 + sample.Item3, 2) + 0.01);
        var read = ProofFormula.Read(formula.ToString(), s_none);
        foreach (var isExact in new[] { false, true })
        {
            Value[] values;
            try
            {
                values = Evaluation.Over(new(BigFloat.Of(low), BigFloat.Of(high)), 2, isExact).Of(read);
            }
            catch (ArithmeticException)
            {
                // A kink within.
                return false;
            }

            var derivative = formula;
            for (var order = 0; order <= 2; order++)
            {
                var sign = values[order].Sign(strictly: true);
                foreach (var t in new[] { 0.07, 0.51, 0.93 }.Select(part => low + (part * (high - low))))
                {
                    if (BigEvaluator.Evaluate(derivative, t, RandomFormula.Values) is not { } exact || !double.IsFinite(exact.ToDouble())) return false;
                    var (value, slack) = (exact.ToDouble(), 1e-9 * Math.Max(1, Math.Abs(exact.ToDouble())));
                    Assert.True(ToDouble(values[order].Range.Low) <= value + slack && ToDouble(values[order].Range.High) >= value - slack, $"{derivative} at {t}: {value}");
                    Assert.False(sign * value < -slack, $"{derivative} at {t}: {value} has the other sign");
                }

                derivative = Derivative.Of(derivative);
            }
        }

        return true;
    });

    private static double ToDouble(BigFloat x) => x.IsInfinite ? x.Sign * double.PositiveInfinity : Math.ScaleB((double)x.Digits, (int)Math.Clamp(x.Exponent, -5000, 5000));
}
