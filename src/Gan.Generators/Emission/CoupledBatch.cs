using Gan.Generators.Expressions;

namespace Gan.Generators.Emission;

/// <summary>A coupled loss of some logits and its derivatives in each, in double precision from the formula.</summary>
internal sealed record CoupledBatch(double Value, IReadOnlyList<double> RealSlopes, IReadOnlyList<double> FakeSlopes)
{
    /// <summary>1/n Σ φ(yᵢ - xᵢ).</summary>
    public static CoupledBatch OfPair(Expr loss, double[] real, double[] fake, IReadOnlyDictionary<string, double> parameters)
    {
        var slope = Derivative.Of(loss);
        var differences = fake.Zip(real, static (y, x) => y - x).ToArray();
        var slopes = differences.Select(t => slope.Evaluate(t, parameters) / real.Length).ToArray();
        return new(differences.Average(t => loss.Evaluate(t, parameters)), [.. slopes.Select(static s => -s)], slopes);
    }

    /// <summary>1/n Σ φ(xᵢ - ȳ) + 1/m Σ χ(yⱼ - x̄).</summary>
    public static CoupledBatch OfAverage(Expr ofReal, Expr ofFake, double[] real, double[] fake, IReadOnlyDictionary<string, double> parameters)
    {
        var (realMean, fakeMean) = (real.Average(), fake.Average());
        var (realSlope, fakeSlope) = (Derivative.Of(ofReal), Derivative.Of(ofFake));
        double[] ofEachReal = [.. real.Select(x => realSlope.Evaluate(x - fakeMean, parameters))];
        double[] ofEachFake = [.. fake.Select(y => fakeSlope.Evaluate(y - realMean, parameters))];
        return new(
            real.Average(x => ofReal.Evaluate(x - fakeMean, parameters)) + fake.Average(y => ofFake.Evaluate(y - realMean, parameters)),
            [.. ofEachReal.Select(s => (s - ofEachFake.Average()) / real.Length)],
            [.. ofEachFake.Select(s => (s - ofEachReal.Average()) / fake.Length)]);
    }
}
