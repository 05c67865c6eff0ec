using Gan.Runtime.Testing;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Loss functions as the compiler emits them for the tests: the identity, and what no function should return.</summary>
internal static class LossFunctionValues
{
    public static ValueSet Of() => new(
        [Of("identity", arguments => arguments[0])],
        [ValueSet.Null, Of("NaN", _ => double.NaN, isSane: false), Of("infinite", _ => double.PositiveInfinity, isSane: false), Of("throws", _ => throw new CallerException())]);

    private static Value Of(string name, Func<IReadOnlyList<double>, double> body, bool isSane = true) => new(name, _ => new Function(body), isSane);

    private sealed class Function(Func<IReadOnlyList<double>, double> body) : ILossFunctions
    {
        public double Evaluate(string name, IReadOnlyList<double> arguments) => body(arguments);
    }
}
