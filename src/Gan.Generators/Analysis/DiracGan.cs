using Gan.Generators.Declarations;
using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>An eigenvalue Re ± i·Im, or two real ones Re ± Split.</summary>
internal sealed record Eigenvalues(double Re, double Im, double Split)
{
    public override string ToString() => (Im, Split) switch
    {
        (0, 0) => $"{Text(Re)} (twice)",
        (0, _) => $"{Text(Re + Split)} and {Text(Re - Split)}",
        _ => Re == 0 ? $"±{Text(Im)}i" : $"{Text(Re)} ± {Text(Im)}i",
    };

    private static string Text(double value) => Numbers.Text(Witness.Rounded(value));
}

/// <summary>
/// The smallest GAN: data at 0, a generator that puts its one sample at θ, D(x) = ψ·x + t₀. Near the equilibrium the players' gradients
/// turn (θ, ψ) by the matrix (0, −G′; −F′, −γ), with F′ and G′ the slopes of Fake and Generator at t₀ and γ the strength of zero-centred penalties.
/// Its eigenvalues are the roots of λ² + γλ − F′G′; training converges there if both lie left of the imaginary axis.
/// </summary>
/// <remarks>Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406), lemma 3.1 and theorem 4.1.</remarks>
internal sealed record DiracGan(double Gamma, Eigenvalues? Eigenvalues, Verdict Converges)
{
    public static DiracGan Of(Curve fake, Curve generator, Interval? balanced, EquatableArray<PenaltyDeclaration> penalties)
    {
        var gamma = StrengthOf(penalties);
        if (balanced is not { } t) return new(gamma, null, new Verdict.Unknown("no balanced logit was found"));
        var (f, g) = (fake.SlopesAt(t), generator.SlopesAt(t));
        var product = IntervalMath.Multiply(f, g);
        if (product.IsPartial || product.IsEmpty || !product.IsBounded || product.Width > 1e-6 * Math.Max(1, Math.Abs(product.Low)))
            return new(gamma, null, new Verdict.Unknown("a loss has a kink at the balanced logit, or is not understood"));

        var eigenvalues = Solve(gamma, -product.Middle);
        return new(gamma, eigenvalues, Decide(product, gamma, eigenvalues, BalancedLogit.Value(t)));
    }

    /// <summary>
    /// The γ of γ/2·E‖∇D‖². A penalty of Weight·E‖∇D‖² is one of γ = 2·Weight, at real samples and at fakes alike since D is a line;
    /// they add up. A penalty towards another norm than 0 pulls ψ away from the equilibrium, or from one side does nothing near it.
    /// </summary>
    public static double StrengthOf(EquatableArray<PenaltyDeclaration> penalties) => penalties.Sum(static penalty => penalty switch
    {
        ZeroCentredPenaltyDeclaration zero => 2 * zero.Weight,
        GradientPenaltyDeclaration { Target: 0 } gradient => 2 * gradient.Weight,
        DraganPenaltyDeclaration { Target: 0 } dragan => 2 * dragan.Weight,
        _ => 0,
    });

    /// <summary>The roots of λ² + γλ + c.</summary>
    private static Eigenvalues Solve(double gamma, double c)
    {
        var discriminant = (gamma * gamma / 4) - c;
        var root = Math.Sqrt(Math.Abs(discriminant));
        return discriminant < 0 ? new(0 - (gamma / 2), root, 0) : new(0 - (gamma / 2), 0, root);
    }

    private static Verdict Decide(Interval product, double gamma, Eigenvalues eigenvalues, double t)
    {
        if (product.IsPositive) return new Verdict.Refuted(t, $"the eigenvalues are {eigenvalues}: one is positive, G and D pull apart");
        if (!product.IsNegative) return new Verdict.Unknown($"a slope is zero at the balanced logit: the eigenvalues are {eigenvalues} and decide nothing");
        return gamma > 0
            ? new Verdict.Proved($"the eigenvalues are {eigenvalues}, left of the imaginary axis")
            : new Verdict.Refuted(t, $"the eigenvalues are {eigenvalues}, on the imaginary axis: the players turn around the equilibrium");
    }
}
