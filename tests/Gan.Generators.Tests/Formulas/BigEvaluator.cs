using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Oracle;

namespace Gan.Generators.Tests.Formulas;

/// <summary>The value of a formula in big floats; null where it is undefined, beyond reach, or lost in what cancels.</summary>
internal static class BigEvaluator
{
    private const int Bits = 512;

    // What is known to fewer bits is no judge.
    private const int KnownBits = 300;

    public static BigReal? Evaluate(Expr expression, double t, IReadOnlyDictionary<string, double> parameters)
    {
        var value = new BallEvaluator(Ball.Of(BigReal.Of(t, Bits)), Bits, parameters).Evaluate(expression);
        return value is { IsUnknown: false } known && known.Error <= Math.Max(known.Middle.Magnitude, 0) - KnownBits ? known.Middle : null;
    }
}
