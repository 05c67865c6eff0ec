using Gan.Generators.Rules;
using Gan.Generators.Tests.Fuzzing;

namespace Gan.Generators.Tests.Robustness;

/// <summary>Formulas that would take Roslyn's parser out of its stack or into exponential time get a message, on a stack of 1 MiB.</summary>
public sealed class UnparsableFormulaTests
{
    [Theory]
    [InlineData("?[]")]
    [InlineData("$\"{")]
    [InlineData("(]")]
    [InlineData("({")]
    [InlineData("[{")]
    [InlineData("t<")]
    public void AreRefused(string part)
    {
        var formula = string.Concat(Enumerable.Repeat(part, 3_999 / part.Length)).Replace("\"", "\\\"", StringComparison.Ordinal);
        var source = $$"""
            [GanObjective(FD = "{{formula}}", FG = "t")]
            public sealed partial class Mine
            {
                [Hyperparameter] public double M { get; init; } = 1;
                [LossFunction] private static double Soft(double t) => t;
            }
            """;
        var result = Search.Run([new Sample(0, 0, source)], TimeSpan.FromMinutes(1), isCompiled: true);
        Assert.Empty(result.Faults.Select(static fault => fault.What));
        Assert.Contains(result.Diagnostics["/0.cs"], static diagnostic => diagnostic.Id == Descriptors.UnsupportedConstruct.Id);
    }
}
