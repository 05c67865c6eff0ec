using CsCheck;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Tests.Properties;
using Checked = Gan.Runtime.Proofs.Certificate;
using CheckedFormula = Gan.Runtime.Proofs.Arithmetic.Formula;

namespace Gan.Generators.Tests.Analysis;

/// <summary>
/// A prover with a slip proves what is false; its certificates tell. Each mutant is one slip in the compiler's own sources: what it proves although the
/// prover itself refutes it, with a number at which it fails, has a certificate that does not hold. Without a slip every certificate holds.
/// </summary>
public sealed class MutatedProverTests
{
    private static readonly Mutation[] s_mutations =
    [
        // The first is the slip that once gave a false proof of convexity and that no test saw.
        new("Curvature.cs", "direction > 0 ? inner : Flip(inner)", "(direction < 0 ? inner : Flip(inner))"),
        new("Curvature.cs", "Flip(curvature)", "curvature"),
        new("Bend.cs", "x.IsNotPositive ? Curvature.Convex : x.IsNotNegative ? Curvature.Concave : Curvature.Unknown", "Curvature.Convex"),
        new("Bend.cs", "x.IsNotNegative ? 1 : x.IsNotPositive ? -1 : 0", "1"),
        new("Bend.cs", "slope.Low >= 0 && slope.High <= 1 && !slope.IsPartial", "slope.Low >= 0 && !slope.IsPartial"),
        new("Pow.cs", "p % 2 == 0", "p % 1 == 0"),
        new("Convexity.cs", "right.Slope - left.Slope", "left.Slope - right.Slope"),
        new("Convexity.cs", "Derivative.Of(piece.Slope)", "piece.Slope"),
        new("Convexity.cs", "Kinks.MayJump(curve.Formula)", "false"),
        new("SignProver.cs", "PolynomialSigns.SignOf(values, strictly: false) == 1", "PolynomialSigns.SignOf(values, strictly: false) != -1"),
        new("PolynomialSigns.cs", "t.Key.GrowthBeside(greatest.Key) < 0", "t.Key.GrowthBeside(greatest.Key) <= 0"),
        new("Tail.cs", "SignProver.NotNegativeFrom(last.Slope)", "SignProver.NotNegativeFrom(global::Gan.Generators.Formulas.Rewriting.Simplifier.Simplify(-last.Slope))"),
        new("Tail.cs", "IntervalEvaluator.Evaluate(formula, tail.From(start)) is { IsPartial: false, Low: > double.NegativeInfinity }", "!IntervalEvaluator.Evaluate(formula, tail.From(start)).IsPartial"),
        new("Derivative.cs", "(Raw(n) / d) - (n * Raw(d) / Functions.Square.Of(d))", "(Raw(n) / d) + (n * Raw(d) / Functions.Square.Of(d))"),
    ];

    // Losses that people write, upside down and flawed, and what is flat, jumps, bends twice or falls without end.
    private static readonly string[] s_losses =
    [
        "softplus(t)", "-softplus(t)", "-softplus(-t)", "t", "-t", "max(0, 1 + t)", "min(0, 1 + t)", "-max(0, 1 - t)", "exp(t)", "-exp(-t)", "square(t)", "-square(t)", "square(t) - 1",
        "square(t) - 3 * t + 2", "pow(t, 3)", "tanh(t)", "-tanh(t)", "sigmoid(t)", "square(sigmoid(t))", "square(softplus(t) - 1)", "square(square(t) - 1)", "abs(t)", "-abs(t)", "1 - abs(t)",
        "sqrt(1 + t * t)", "t + sqrt(1 + t * t)", "-sqrt(1 + t * t)", "log(1 + t * t)", "1 / (1 + t * t)", "t / (1 + t * t)", "sin(t)", "t + sin(t)", "exp(-square(t))", "exp(-t) - 2 * t",
        "exp(t) - 2 * t - 1", "exp(t) - t - 1", "exp(-t) + exp(t) - 3", "exp(2 * t) - 3 * exp(t) + 1", "t > 0 ? 1 + t : exp(t)", "t > 0 ? 2 + t : exp(t)", "t > 0 ? t : exp(t)", "t > 0 ? log(1 + t) : t", "sign(t)",
        "sign(t) + square(t)", "leaky_relu(t, 0.2)", "leaky_relu(t, 1.5)", "elu(t, 0.5)", "softplus(square(t))", "softplus(-square(t))", "square(abs(t) - 1)", "max(t, 2 * t - 1)", "min(t, 2 * t - 1)", "log(softplus(t))", "softplus(-abs(t))",
    ];

    [Fact, Trait("Category", "Property")]
    public void A_false_proof_has_a_certificate_that_does_not_hold()
    {
        var prover = new MutatedProver(s_mutations);
        var none = new Dictionary<string, CheckedFormula>();
        var random = SoundnessTests.Formulas.Take(20).Select(static f => Simplifier.Simplify(f).ToString()).Where(static text => FormulaParser.Parse(text, []).Expression is not null);
        var formulas = s_losses.Concat(random).ToArray();
        var (held, refuted, missed) = (0, new int[s_mutations.Length + 1], new List<string>());
        for (var i = 0; i < formulas.Length; i++)
        {
            var (real, fake) = (formulas[i], formulas[(7 * i + 3) % s_losses.Length]);
            var losses = new Dictionary<string, CheckedFormula> { ["real"] = CheckedFormula.Read(real, none), ["fake"] = CheckedFormula.Read(fake, none) };
            var right = prover.Decide(0, real, fake);
            foreach (var decision in right.Where(static d => d.Certificate is not null))
            {
                if (Checked.Holds(decision.Certificate!, losses)) held++;
                else missed.Add($"no mutant: {decision.Certificate} of {real}, {fake} does not hold");
            }

            for (var mutant = 1; mutant <= s_mutations.Length; mutant++)
            {
                foreach (var (decision, before) in prover.Decide(mutant, real, fake).Zip(right).Where(static pair => pair is { First.Verdict: '+', Second.Verdict: '-' }))
                {
                    refuted[mutant]++;
                    if (Checked.Holds(decision.Certificate!, losses)) missed.Add($"mutant {mutant}: {decision.Certificate} of {real}, {fake} holds, though {before.Statement} is refuted");
                }
            }
        }

        Assert.True(missed.Count == 0, string.Join("\n", missed));
        Assert.True(held >= 150, $"only {held} certificates of the prover itself were there to hold");
        Assert.All(Enumerable.Range(1, s_mutations.Length), mutant => Assert.True(refuted[mutant] > 0, $"mutant {mutant} proves nothing that is false: {string.Join(", ", refuted)}"));
    }
}
