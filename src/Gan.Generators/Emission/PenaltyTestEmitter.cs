using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The tests of the declared penalties, against closed forms on discriminators whose gradient is known. One of weight 0 is not there.</summary>
internal static class PenaltyTestEmitter
{
    /// <summary>Norms below and above the usual target of 1, so that a one-sided penalty shows both its sides.</summary>
    private static readonly double[] s_norms = [0.25, 3];

    /// <summary>Logits in the right and in the wrong order.</summary>
    private static readonly (double Real, double Fake)[] s_levels = [(3, -0.5), (-2, 0.25)];

    private const string Checks = TypeNames.Testing + ".PenaltyChecks";

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var (penalty, text) in PenaltyText.All(declaration).Where(static entry => entry.Penalty.Weight != 0))
        {
            if (penalty is PathLengthPenaltyDeclaration path)
            {
                PathLengthTestEmitter.EmitMembers(writer, path, text);
                continue;
            }

            var call = $"(discriminator, real, fake) => s_objective.{text.Method}(discriminator, {string.Join(", ", text.Points)})";
            writer.Write($"// {text.Text}");
            EmitClosedForm(writer, penalty, text, call);
            // The averages of LeCam are numbers, which move with D's parameters from one difference to the next but carry no gradient.
            if (penalty is not LeCamPenaltyDeclaration)
                TestEmitter.Fact(writer, $"{text.Method}HasASecondOrderGradient", $"{Checks}.SecondOrderGradient({call})");
            TestEmitter.Fact(writer, $"{text.Method}IsFiniteAtZeroGradient", $"{Checks}.ZeroGradientIsFinite({call})");
            TestEmitter.Fact(writer, $"{text.Method}LeaksNothing", $"{Checks}.NothingLeaks({call})");
        }
    }

    private static void EmitClosedForm(SourceWriter writer, PenaltyDeclaration penalty, PenaltyText text, string call)
    {
        if (penalty is DriftPenaltyDeclaration or LeCamPenaltyDeclaration)
        {
            Theory(writer, s_levels.Select(level => $"{CSharp.Literal(level.Real)}, {CSharp.Literal(level.Fake)}, {OfLogits(penalty, level.Real, level.Fake)}"));
            writer.Write($"public void {text.Method}OfLogitLevels(double realLogit, double fakeLogit, double expected, double slope)\n    => {Checks}.LogitLevels({call}, realLogit, fakeLogit, expected, slope);").Blank();
            return;
        }

        // A finite difference is the norm only on average.
        var check = penalty is ZeroCentredPenaltyDeclaration { Sigma: not null } ? "LinearDiscriminatorOnAverage" : "LinearDiscriminator";
        Theory(writer, s_norms.Select(norm => $"{CSharp.Literal(norm)}, {CSharp.Literal(OfGradientNorm(penalty, norm))}"));
        writer.Write($"public void {text.Method}OfALinearDiscriminator(double gradientNorm, double expected)\n    => {Checks}.{check}({call}, gradientNorm, expected);").Blank();
    }

    public static void Theory(SourceWriter writer, IEnumerable<string> rows)
    {
        writer.Write("[global::Xunit.Theory]");
        foreach (var row in rows)
            writer.Write($"[global::Xunit.InlineData({row})]");
    }

    /// <summary>The penalty, and its slope in the scale of D, where every real logit is one number and every fake one another. LeCam's averages are these, too.</summary>
    private static string OfLogits(PenaltyDeclaration penalty, double real, double fake)
    {
        var (value, slope) = penalty is DriftPenaltyDeclaration
            ? (Square(real), 2 * Square(real))
            : (2 * Square(Math.Max(0, real - fake)), 2 * Square(Math.Max(0, real - fake)));
        return $"{CSharp.Literal(penalty.Weight * value)}, {CSharp.Literal(penalty.Weight * slope)}";
    }

    /// <summary>The penalty where every gradient has this norm.</summary>
    private static double OfGradientNorm(PenaltyDeclaration penalty, double norm) => penalty switch
    {
        ZeroCentredPenaltyDeclaration p => p.Weight * norm * norm,
        GradientPenaltyDeclaration { OneSided: true } p => p.Weight * Square(Math.Max(0, norm - p.Target)),
        GradientPenaltyDeclaration p => p.Weight * Square(norm - p.Target),
        DraganPenaltyDeclaration p => p.Weight * Square(norm - p.Target),
        _ => throw new InvalidOperationException($"No closed form for {penalty.GetType().Name}."),
    };

    private static double Square(double value) => value * value;
}
