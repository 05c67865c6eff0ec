using Gan.Generators.Formulas.Reading;
using Gan.Generators.Rules;
using Gan.Generators.Tests.Fuzzing;

namespace Gan.Generators.Tests.Robustness;

/// <summary>Formulas that would take Roslyn's parser out of its stack, into exponential time or into an exception get a message, on a stack of 1 MiB.</summary>
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

    /// <summary>What would hide the rest of a formula is refused where it stands.</summary>
    [Theory]
    [InlineData("t /* twice", 2, 8)]
    [InlineData("t /*/", 2, 3)]
    [InlineData("t\n#if X\n + 1", 2, 5)]
    [InlineData("t\n#if X\n + 1\n#endif\n + 2", 2, 5)]
    [InlineData("#nullable enable\nt", 0, 16)]
    public void WhatHidesTheRestIsRefused(string formula, int start, int length)
    {
        var error = Assert.Single(FormulaParser.Parse(formula, []).Errors);
        Assert.Equal((FormulaErrorKind.UnsupportedConstruct, start, length), (error.Kind, error.Start, error.Length));
    }

    [Theory]
    [InlineData("t /* twice */")]
    [InlineData("t // twice\n + t")]
    [InlineData("/**/ t + t //")]
    public void ACommentIsNot(string formula) => Assert.NotNull(FormulaParser.Parse(formula, []).Expression);

    /// <summary>Whatever up to three parts are put together, line ends among them: each has a meaning or an error, which lies within the text.</summary>
    [Fact]
    public void AnyThreePartsAreRead()
    {
        string[] parts = ["", "t", "+", "(", ")", "?", ":", ",", ";", "{", "}", "$", "#", "\"", "'", "//", "/*", "\ue000", "\n", "\r\n", "\u2028"];
        foreach (var text in parts.SelectMany(a => parts.SelectMany(b => parts.Select(c => a + b + c))))
        {
            var result = FormulaParser.Parse(text, []);
            Assert.True(result.Expression is not null || result.Errors.Count > 0, $"nothing is said of '{text}'");
            Assert.All(result.Errors, error => Assert.True(error.Start >= 0 && error.Length >= 0 && error.Start + error.Length <= text.Length, $"'{text}' has an error at {error.Start}, of {error.Length} characters"));
        }
    }
}
