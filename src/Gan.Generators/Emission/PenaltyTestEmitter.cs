using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The tests of the declared penalties, against closed forms on discriminators whose gradient is known. One of weight 0 is not there.</summary>
internal static class PenaltyTestEmitter
{
    /// <summary>Norms below and above the usual target of 1, so that a one-sided penalty shows both its sides.</summary>
    private static readonly double[] s_norms = [0.25, 3];

    private const string Checks = TypeNames.Testing + ".PenaltyChecks";

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var (penalty, text) in PenaltyText.All(declaration).Where(static entry => entry.Penalty.Weight != 0))
        {
            var call = $"(discriminator, real, fake) => s_objective.{text.Method}(discriminator, {string.Join(", ", text.Points)})";
            writer.Write($"// {text.Text}");
            writer.Write("[global::Xunit.Theory]");
            foreach (var norm in s_norms)
                writer.Write($"[global::Xunit.InlineData({CSharp.Literal(norm)}, {CSharp.Literal(OfGradientNorm(penalty, norm))})]");
            writer.Write($"public void {text.Method}OfALinearDiscriminator(double gradientNorm, double expected)\n    => {Checks}.LinearDiscriminator({call}, gradientNorm, expected);").Blank();
            TestEmitter.Fact(writer, $"{text.Method}HasASecondOrderGradient", $"{Checks}.SecondOrderGradient({call})");
            TestEmitter.Fact(writer, $"{text.Method}IsFiniteAtZeroGradient", $"{Checks}.ZeroGradientIsFinite({call})");
            TestEmitter.Fact(writer, $"{text.Method}LeaksNothing", $"{Checks}.NothingLeaks({call})");
        }
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
