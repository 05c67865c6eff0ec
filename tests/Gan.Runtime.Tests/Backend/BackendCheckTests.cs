namespace Gan.Runtime.Tests.Backend;

/// <summary>What follows from what a check finds, on backends that are wrong as the test says.</summary>
public sealed class BackendCheckTests
{
    private static readonly WrongLayer Wrong = new(CheckedLayer.All[2], "input gradient", 0.96);

    private readonly List<string> applied = [];
    private int found;

    [Fact]
    public void WhatIsRightIsLeftAlone()
    {
        var verdict = Check(worksWith: null, isWrong: false, Cure("off"));
        Assert.Equal((BackendStatus.Right, 1), (verdict.Status, found));
        Assert.Empty(applied);
    }

    [Fact]
    public void WhatIsWrongIsCuredAndComputedAgain()
    {
        var verdict = Check(worksWith: "off", isWrong: true, Cure("off"), Cure("all off"));
        Assert.Equal((BackendStatus.Cured, 2), (verdict.Status, found));
        Assert.Equal(["off"], applied);
        Assert.Equal(
            $"On this processor, {Processor.Name}, libtorch computes 1 of the 9 layers of the check incorrectly: the input gradient of Conv2d(32, 1, 4) is off by 96%. It is off. See https://github.com/gandsl/gandsl/blob/main/docs/backend.md.",
            verdict.Text);
    }

    [Fact]
    public void TheMildestCureThatWorksIsTaken()
    {
        var verdict = Check(worksWith: "third", isWrong: true, new("It cannot be.", static () => false), Cure("second"), Cure("third"), Cure("fourth"));
        // Of one that cannot be applied nothing is computed.
        Assert.Equal((BackendStatus.Cured, 3), (verdict.Status, found));
        Assert.Equal(["second", "third"], applied);
        Assert.Contains("It is third.", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutACureNothingTrains()
    {
        var exception = Assert.Throws<WrongBackendException>(() => Check(worksWith: "nothing", isWrong: true, Cure("off"), new("It cannot be.", static () => false)));
        Assert.Equal(["off"], applied);
        Assert.Contains("the input gradient of Conv2d(32, 1, 4) is off by 96%", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ONEDNN_MAX_CPU_ISA=SSE41", exception.Message, StringComparison.Ordinal);
    }

    private BackendVerdict Check(string? worksWith, bool isWrong, params BackendCure[] cures) => new BackendCheck(
        CheckedLayer.All.Length,
        () =>
        {
            found++;
            return isWrong && (applied.Count == 0 || applied[^1] != worksWith) ? [Wrong] : [];
        },
        cures).Run();

    private BackendCure Cure(string name) => new($"It is {name}.", () =>
    {
        applied.Add(name);
        return true;
    });
}
