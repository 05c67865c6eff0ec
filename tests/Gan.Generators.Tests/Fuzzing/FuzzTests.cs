using System.Diagnostics;
using Gan.Generators.Tests.Properties;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>
/// Whatever a source holds, the compiler does not crash, hang or keep silent: what it writes compiles, or a diagnostic says why not.
/// docs/reliability.md has the command for more samples.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int BatchSize = 50;

    /// <summary>Of so many batches one is compiled with what is generated.</summary>
    private const int CompiledOf = 8;

    private const int MostFaults = 10;

    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(2);

    /// <summary>The kind, its share in percent, and of a hundred samples how many at least have no error of syntax, a diagnostic, and code; of a hundred compiled ones how many have no error of C#, and code without any error.</summary>
    [Theory]
    [InlineData(Samples.Sources, 58, 20, 20, 3, 8, 3)]
    [InlineData(Samples.Attributes, 18, 70, 70, 15, 40, 15)]
    [InlineData(Samples.Formulas, 11, 80, 80, 30, 70, 30)]
    [InlineData(Samples.LossFunctions, 6, 60, 60, 15, 30, 15)]
    [InlineData(Samples.Several, 5, 40, 60, 5, 20, 5)]
    [Trait("Category", "Property")]
    public void NoSourceCrashesOrPassesInSilence(string kind, int share, int parsed, int diagnosed, int generated, int bound, int accepted)
        => ForEachSeed(seed =>
        {
            var (stages, faults, count) = (default(Stages), new List<Fault>(), PropertySettings.Fuzzed * share / 100);
            foreach (var samples in BatchesOf(kind, seed, count).TakeWhile(_ => faults.Count < MostFaults))
            {
                var found = Search.In(samples, s_hang, IsCompiled(samples));
                stages += found.Stages;
                faults.AddRange(found.Faults);
                // The same bytes again.
                if (IsCompiled(samples) && !Batch.Written(samples).SequenceEqual(Batch.Written(samples)))
                    faults.Add(new(samples[0], "Two runs over this sample and the next ones write different files"));
            }

            Report(seed, kind, faults, stages);
            AssertReached(stages, new(100, parsed, diagnosed, generated, 100, bound, accepted));
        });

    /// <summary>A fix changes the source, adds no error of syntax, and takes away what it is for; the result is a source like any other.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public async Task NoCodeFixFails()
    {
        var (kinds, seed, count) = (Samples.Kinds, PropertySettings.Seed, PropertySettings.Fuzzed * 2 / 100);
        var (offered, faults) = (0, new List<Fault>());
        foreach (var samples in kinds.SelectMany(kind => BatchesOf(kind, seed, count / kinds.Count)).TakeWhile(_ => faults.Count < MostFaults))
        {
            var found = Search.Run(samples, s_hang, isCompiled: false).Diagnostics;
            var (mended, failed) = await CodeFixRun.Over(samples, found);
            offered += mended.Count;
            faults.AddRange(failed);
            // One fix of each sample at a time: two results of one sample would declare the same types.
            foreach (var round in mended.GroupBy(static fix => fix.Before).SelectMany(static fixes => fixes.Select(static (fix, i) => (Fix: fix, Round: i))).GroupBy(static pair => pair.Round, static pair => pair.Fix))
            {
                Sample[] results = [.. round.Select(static fix => fix.After)];
                var after = Search.In(results, s_hang, IsCompiled(samples));
                faults.AddRange(after.Faults);
                faults.AddRange(round.Select(fix => (Fix: fix, Reason: WhyNot(fix, found[fix.Before.Path], after.Diagnostics[fix.After.Path]) is null ? null : WhyNot(fix, Alone(fix.Before), Alone(fix.After)))).Where(static pair => pair.Reason is not null)
                    .Select(static pair => new Fault(pair.Fix.Before, $"'{pair.Fix.Title}' for {pair.Fix.Diagnostic} {pair.Reason}:\n{pair.Fix.After.Text}\n-- from")));
            }
        }

        Report(seed, "code fixes", faults, offered);
        Assert.True(offered >= count / 5, $"{offered} fixes were offered");
    }

    /// <summary>What is said of a sample by itself: beside others, one that leaves its namespace may change what is said of it.</summary>
    private static IEnumerable<Diagnostic> Alone(Sample sample) => Search.Run([sample], s_hang, isCompiled: false).Diagnostics[sample.Path];

    private static string? WhyNot(FixedSample fix, IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        static int SyntaxErrors(string text) => CSharpSyntaxTree.ParseText(text).GetDiagnostics().Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        string[] Alike(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Where(diagnostic => diagnostic.Id == fix.Diagnostic.Id).Select(static diagnostic => diagnostic.GetMessage())];
        return fix.Before.Text == fix.After.Text ? "changes nothing"
            : SyntaxErrors(fix.After.Text) > SyntaxErrors(fix.Before.Text) ? "adds an error of syntax"
            : SyntaxErrors(fix.Before.Text) == 0 && Alike(after).SequenceEqual(Alike(before)) ? "leaves all as it was"
            : null;
    }

    private static IEnumerable<Sample[]> BatchesOf(string kind, ulong seed, int count)
        => Enumerable.Range(0, count).Chunk(BatchSize).Select(numbers => numbers.Select(number => Samples.Make(kind, seed, number, isGlobal: number == numbers[0])).ToArray());

    /// <summary>Which batches are compiled depends on the samples' numbers only.</summary>
    private static bool IsCompiled(Sample[] samples) => samples[0].Number % (CompiledOf * BatchSize) == 0;

    private static void ForEachSeed(Action<ulong> check)
    {
        var clock = Stopwatch.StartNew();
        var seed = PropertySettings.Seed;
        do
        {
            check(seed++);
        }
        while (clock.Elapsed < PropertySettings.Time / Samples.Kinds.Count);
    }

    private void Report(ulong seed, string kind, List<Fault> faults, object reached)
    {
        output.WriteLine($"{kind}: {reached}");
        if (faults.Count > 0)
            Assert.Fail(string.Join("\n\n", faults.Select(fault => $"{PropertySettings.SeedVariable}={seed}, {kind}, sample {fault.Sample?.Number}: {fault.What}\n{fault.Sample?.Text}")));
    }

    private static void AssertReached(Stages stages, Stages percent)
        => Assert.True(
            stages.Parsed * 100L >= stages.Made * (long)percent.Parsed && stages.Diagnosed * 100L >= stages.Made * (long)percent.Diagnosed && stages.Generated * 100L >= stages.Made * (long)percent.Generated
                && stages.Bound * 100L >= stages.Compiled * (long)percent.Bound && stages.Accepted * 100L >= stages.Compiled * (long)percent.Accepted,
            $"{stages} is less than {percent}");
}
