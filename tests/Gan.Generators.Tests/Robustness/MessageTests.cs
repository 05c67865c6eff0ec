using Gan.Generators.Tests.Rules;

namespace Gan.Generators.Tests.Robustness;

/// <summary>A message is one line that every terminal, log and editor can show, whatever it quotes.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("\\0", "\\u0000")]
    [InlineData("\\n", "\\u000a")]
    [InlineData("\\u001b", "\\u001b")]
    [InlineData("\\u0085", "\\u0085")]
    [InlineData("\\ud800", "\\ud800")]
    [InlineData("\\udc00\\ud800", "\\udc00\\ud800")]
    [InlineData("\\ud83d\\ude00", "\ud83d\ude00")]
    [InlineData("é{0}", "é{0}")]
    public void WhatItQuotesIsVisible(string name, string shown)
        => Assert.Equal(
            [$"WeightFrom of R1 is '{shown}', which is not a hyperparameter of this objective: declare a [Hyperparameter] property of that name"],
            AnalyzerTest.Analyze([$"[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] [R1(WeightFrom = \"{name}\")] partial class Mine;"]).Select(static diagnostic => diagnostic.GetMessage()));
}
