using Gan.Experiments.Reports;
using Gan.Experiments.Tests.Reports;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs.Damage;

/// <summary>Junk in a log costs what it spoils, not the report: that says how many lines are left out, and which.</summary>
public sealed class DamagedLogTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    private RunFolder Folder => new(temporary.File("run"));

    [Theory]
    [InlineData("step,a,b\n0,1,2\n1,x,2\n2,3,4\n", "0 2", "steps.csv has a damaged line, which is left out: 3.")]
    [InlineData("step,a,b\n0,1,2\n1,1e400,2\n2,3,4\n3\n\n", "0 2", "steps.csv has 3 damaged lines, which are left out: 3, 5, 6.")]
    [InlineData("step,a,b\n-5,1,2\n0,1,2\n1.5,1,2\n1,,Infinity\n99999999999999999999,1,2\n", "0 1", "steps.csv has 3 damaged lines, which are left out: 2, 4, 6.")]
    [InlineData("step,a,b\n0,1,2\n99999,1,2\n1,1,2\n1000,1,2\n999,1,2\n999,1,2\n", "0 1 999", "steps.csv has 3 damaged lines, which are left out: 3, 5, 7.")]
    [InlineData("step,a,b\n0,1,2\n\0\0\0\0\n1,NaN,-Infinity\n2,3", "0 1", "steps.csv has a damaged line, which is left out: 3.")]
    [InlineData("step,a,b\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\n0,1,2\n", "0", "steps.csv has 12 damaged lines, which are left out: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more.")]
    [InlineData("step,a,b\r\n0,1,2\r\n1,1,\r\n", "0 1", "")]
    [InlineData("", "", "")]
    [InlineData("time,a\n5,1\n", "", "steps.csv is not a log of steps: its first line begins with time, not with step. No steps are shown.")]
    [InlineData("\0\u0001\uFFFD\n", "", "steps.csv is not a log of steps: its first line begins with \0\u0001\uFFFD, not with step. No steps are shown.")]
    [InlineData("step\n0\n", "", "steps.csv is not a log of steps: in its first line there are no names: a log needs at least one. No steps are shown.")]
    [InlineData("step,a,\n0,1,2\n", "", "steps.csv is not a log of steps: in its first line '' cannot be the name of a number: a name is not empty and has no comma, quote or line break. No steps are shown.")]
    [InlineData("step,a,a\n0,1,2\n", "", "steps.csv is not a log of steps: in its first line two numbers are called a. No steps are shown.")]
    public void WhatCanBeReadIsShownAndTheRestIsCounted(string text, string steps, string damage)
    {
        MadeRun.Write(Folder.Path, MadeRun.Record);
        File.WriteAllText(Folder.StepsPath, text);
        var run = ReportedRun.Read([Folder])[0];
        Assert.Equal(steps, string.Join(' ', run.Steps.Steps));
        Assert.Equal(damage, string.Join(' ', run.Damage).Replace(Folder.StepsPath, "steps.csv"));
        HtmlReport.Write(Folder);
        HtmlReport.WriteComparison([Folder], temporary.File("page.html"));
        foreach (var page in (string[])[Folder.ReportPath, temporary.File("page.html")])
            Assert.Equal(damage.Length > 0, File.ReadAllText(page).Contains("<h2>Notes</h2>"));
    }

    [Fact]
    public void WhatMayNotBeReadIsSaid()
    {
        MadeRun.Write(Folder.Path, MadeRun.Record);
        File.Delete(Folder.StepsPath);
        // A name that leads to itself: no user, root not excepted, can open it.
        File.CreateSymbolicLink(Folder.StepsPath, Folder.StepsPath);
        HtmlReport.Write(Folder);
        Assert.True(File.Exists(Folder.ReportPath));
    }
}
