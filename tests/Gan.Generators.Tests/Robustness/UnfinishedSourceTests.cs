using Gan.Generators.Tests.Fuzzing;

namespace Gan.Generators.Tests.Robustness;

/// <summary>A source that is being typed is no reason to throw.</summary>
public sealed class UnfinishedSourceTests
{
    [Fact]
    public async Task AFixFindsATypeWithoutAName()
    {
        Sample[] samples = [new(0, 0, "namespace A\n{\n[GanObjective(FD = \"t\", FG = \"t\")] record \n}")];
        var (mended, faults) = await CodeFixRun.Over(samples, Batch.Run(samples, isCompiled: false).Diagnostics);
        Assert.Empty(faults);
        Assert.Contains(mended, static fix => fix.After.Text.Contains("partial record", StringComparison.Ordinal));
    }
}
