using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The tests of a path length penalty, on G(w) = s·w: the lengths are |s|·|y|, y ~ N(0, 1).</summary>
internal static class PathLengthTestEmitter
{
    private static readonly double[] s_slopes = [0.5, 3];

    private const string Checks = TypeNames.Testing + ".PathLengthChecks";

    /// <summary>(E|y|)².</summary>
    private const double SquaredMean = 2 / Math.PI;

    public static void EmitMembers(SourceWriter writer, PathLengthPenaltyDeclaration penalty, PenaltyText text)
    {
        var call = $"s_objective.{text.Method}";
        writer.Write($"// {text.Text}");
        PenaltyTestEmitter.Theory(writer, s_slopes.Select(slope => $"{CSharp.Literal(slope)}, {CSharp.Literal(Value(penalty, slope))}, {CSharp.Literal(Derivative(penalty, slope))}"));
        writer.Write($"public void {text.Method}OfALinearGenerator(double slope, double expected, double derivative)\n    => {Checks}.LinearGenerator({call}, slope, expected, derivative);").Blank();
        TestEmitter.Fact(writer, $"{text.Method}IsFiniteAtZeroLength", $"{Checks}.ZeroLengthIsFinite({call})");
        TestEmitter.Fact(writer, $"{text.Method}LeaksNothing", $"{Checks}.NothingLeaks({call})");
    }

    /// <summary>At the first step a is 1 − Decay times the mean length: E(|sy| − a)² = s²(1 − (2/π)(1 − Decay²)).</summary>
    private static double Value(PathLengthPenaltyDeclaration p, double slope)
        => p.Weight * slope * slope * (1 - (SquaredMean * (1 - (p.Decay * p.Decay))));

    /// <summary>With a held, d/ds of it is 2 E(|sy| − a)|y| = 2s(1 − (2/π)(1 − Decay)).</summary>
    private static double Derivative(PathLengthPenaltyDeclaration p, double slope) => p.Weight * 2 * slope * (1 - (SquaredMean * (1 - p.Decay)));
}
