using System.Numerics;
using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Penalties;

namespace Gan.Generators.Analysis;

/// <summary>The two eigenvalues, conjugate or real, the greater first.</summary>
internal sealed record Eigenvalues(Complex First, Complex Second)
{
    /// <summary>Whether the players turn around the equilibrium.</summary>
    public bool IsOscillation => First.Imaginary != 0;

    /// <summary>The roots of λ² + γλ + c.</summary>
    public static Eigenvalues OfQuadratic(double gamma, double c)
    {
        var discriminant = (gamma * gamma / 4) - c;
        var root = Math.Sqrt(Math.Abs(discriminant));
        if (discriminant < 0) return new(new(0 - (gamma / 2), root), new(0 - (gamma / 2), -root));
        // γ is not negative: the other root is a difference, which cancels, but their product is c.
        var far = 0 - (gamma / 2) - root;
        return new(far == 0 ? 0 : c / far, far);
    }

    public override string ToString() => IsOscillation
        ? First.Real == 0 ? $"±{Text(First.Imaginary)}i" : $"{Text(First.Real)} ± {Text(First.Imaginary)}i"
        : First == Second ? $"{Text(First.Real)} (twice)" : $"{Text(First.Real)} and {Text(Second.Real)}";

    private static string Text(double value) => Numbers.Prose(Witness.Rounded(value));
}

/// <summary>
/// The smallest GAN: data at 0, a generator that puts its one sample at θ, D(x) = ψ·x + t₀. Near the equilibrium the players' gradients
/// turn (θ, ψ) by the matrix (0, −G′; −F′, −γ), with F′ and G′ the slopes of Fake and Generator at t₀ and γ the strength of zero-centred penalties.
/// Its eigenvalues are the roots of λ² + γλ − F′G′; training converges there if both lie left of the imaginary axis.
/// </summary>
/// <remarks>Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406), lemma 3.1 and theorem 4.1.</remarks>
internal sealed record DiracGan(double Gamma, Eigenvalues? Eigenvalues, Verdict Converges)
{
    /// <param name="real">The loss of a real logit; null where the logits are differences, whose balanced one is 0 whatever they cost.</param>
    /// <param name="fake">The loss of a fake logit.</param>
    /// <param name="generator">G's loss.</param>
    /// <param name="balanced">The balanced logit, or bounds around it.</param>
    /// <param name="penalties">The penalties.</param>
    public static DiracGan Of(Curve? real, Curve fake, Curve generator, Interval? balanced, EquatableArray<Penalty> penalties)
    {
        var near = NearZeroOf(penalties, real is null || balanced is not { } known ? null : BalancedLogit.Value(known));
        var gamma = near.Gamma;
        if (balanced is not { } t) return new(gamma, null, new Verdict.Unknown("no balanced logit was found"));
        if (t.IsPoint && t.Low == fake.Range.Low) return new(gamma, null, new Verdict.Unknown("the balanced logit lies at the end of D's range"));
        var (f, g) = (fake.SlopesAt(t), generator.SlopesAt(t));
        var product = IntervalMath.Multiply(f, g);
        if (product.IsPartial || product.IsEmpty || !product.IsBounded || product.Width > 1e-6 * Math.Max(1, Math.Abs(product.Low)))
            return new(gamma, null, new Verdict.Unknown("a loss has a kink at the balanced logit, or its slope there is not known"));
        if (near.Reason is { } reason) return new(gamma, null, new Verdict.Unknown(reason));
        if (near is { Repels: true, Gamma: > 0 }) return new(gamma, null, new Verdict.Unknown("one penalty pulls D's gradient to 0, and another one pushes it away from 0"));

        var eigenvalues = Eigenvalues.OfQuadratic(gamma, -product.Middle);
        Certificate converges = new Certificate.Converges(LossNames.SlopePenalty, fake.Name, generator.Name, t);
        if (real is not null) converges = new Certificate.All(new([new Certificate.Balanced(real.Name, fake.Name, t), converges]));
        return new(gamma, eigenvalues, Decide(product, gamma, eigenvalues, BalancedLogit.Value(t), converges));
    }

    /// <summary>
    /// The γ of γ/2·E‖∇D‖². A penalty of Weight·E‖∇D‖² is one of γ = 2·Weight, at real samples and at fakes alike since D is a line;
    /// they add up, and one of Weight·E[f(‖∇D‖)] is one of γ = Weight·f″(0) where f′(0) = 0. A penalty towards another norm than 0 pulls ψ away from the equilibrium, or from one side does nothing near it.
    /// </summary>
    /// <param name="penalties">The penalties.</param>
    /// <param name="logit">The logit at the equilibrium; null where it is not known.</param>
    public static NearZero NearZeroOf(EquatableArray<Penalty> penalties, double? logit)
        => penalties.FirstOrDefault(static penalty => penalty.IsUnknown) is { } own ? NearZero.Undecided($"what the penalty {own.Name} does near the equilibrium is not known")
            : NearZero.Of(penalties.Select(static penalty => penalty.Pull).OfType<GradientPull>().Where(static pull => pull.Weight > 0).Select(pull => GradientCost.Of(pull).AtZero(logit)));

    /// <summary>The same where nothing is known of the losses.</summary>
    public static double StrengthOf(EquatableArray<Penalty> penalties) => NearZeroOf(penalties, null).Gamma;

    private static Verdict Decide(Interval product, double gamma, Eigenvalues eigenvalues, double t, Certificate certificate)
    {
        if (product.IsPositive) return new Verdict.Refuted(t, $"the eigenvalues are {eigenvalues}: one is positive, so G and D diverge");
        if (!product.IsNegative) return new Verdict.Unknown($"a slope is zero at the balanced logit, so the eigenvalues are {eigenvalues} and do not decide");
        return gamma > 0
            ? new Verdict.Proved($"the eigenvalues are {eigenvalues}, with negative real parts", certificate)
            : new Verdict.Refuted(t, $"the eigenvalues are {eigenvalues}, on the imaginary axis: the players rotate around the equilibrium");
    }
}
