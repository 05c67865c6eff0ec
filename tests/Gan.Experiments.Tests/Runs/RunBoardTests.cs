using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Tests.Support;
using Spectre.Console;

namespace Gan.Experiments.Tests.Runs;

public sealed class RunBoardTests : IDisposable
{
    private readonly StringWriter output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public void OnATerminalEachRunHasALineInItsPlace()
    {
        var board = new RunBoard(Terminal(), isLive: true);
        var result = board.While(() =>
        {
            board.Show("a", "a  step 1/9");
            board.Show("b", "b  step 1/9");
            board.Show("a", "a  step 2/9");
            Assert.Equal(["a  step 2/9", "b  step 1/9"], Screen.Of(output.ToString()));
            // What stays is above them.
            board.Say("note: a: look");
            board.Show("b", "b  step 3/9");
            Assert.Equal(["note: a: look", "a  step 2/9", "b  step 3/9"], Screen.Of(output.ToString()));
            board.Say("note: b: look");
            board.Show("a", "a  Done");
            return 7;
        });
        Assert.Equal(7, result);
        Assert.Equal(["note: a: look", "note: b: look", "a  Done", "b  step 3/9"], Screen.Of(output.ToString()));
        // Afterwards lines follow each other.
        board.Show("a", "a  again");
        Assert.Equal("a  again", Screen.Of(output.ToString())[^1]);
    }

    [Fact]
    public void WhereATerminalHasFewerLinesThoseThatBeganLastAreShown()
    {
        var board = new RunBoard(Terminal(height: 3), isLive: true);
        board.While(() =>
        {
            foreach (var run in (string[])["a", "b", "c", "d", "e"])
                board.Show(run, $"{run}  step 1/9");
            board.Show("e", "e  step 2/9");
            Assert.Equal(["c  step 1/9", "d  step 1/9", "e  step 2/9"], Screen.Of(output.ToString()));
            return 0;
        });
    }

    [Fact]
    public void ALongLineKeepsItsPlace()
    {
        var board = new RunBoard(Terminal(), isLive: true);
        board.While(() =>
        {
            board.Show("a", new string('a', 100));
            board.Show("b", "b  step 1/9");
            board.Show("a", new string('c', 100));
            var lines = Screen.Of(output.ToString());
            Assert.Equal(2, lines.Length);
            Assert.StartsWith("ccc", lines[0]);
            Assert.Equal("b  step 1/9", lines[1]);
            return 0;
        });
    }

    [Fact]
    public void WhatFailsIsThrownOnAndTheBoardIsPlainAgain()
    {
        var board = new RunBoard(Terminal(), isLive: true);
        Assert.Throws<InvalidOperationException>(() => board.While<int>(() =>
        {
            board.Show("a", "a  step 1/9");
            throw new InvalidOperationException();
        }));
        output.GetStringBuilder().Clear();
        board.Say("error: it");
        Assert.Equal("error: it", output.ToString().TrimEnd());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AChildMarksTheLinesOfItsRunAndRedrawsNothing(bool isLive)
    {
        var board = new RunBoard(Terminal(), isLive, RunBoard.ChildMark);
        board.While(() =>
        {
            board.Show("a", "a  step 1/9");
            board.Say("note: a: look");
            board.Show("a", "a  step 2/9");
            return 0;
        });
        Assert.Equal($"{RunBoard.ChildMark}a  step 1/9\nnote: a: look\n{RunBoard.ChildMark}a  step 2/9\n", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void WithoutATerminalLinesFollowEachOtherUnbroken()
    {
        var board = new RunBoard(Terminal(), isLive: false);
        var line = "a  " + new string('x', 300);
        board.While(() =>
        {
            board.Show("a", line);
            board.Show("a", "a  Done");
            return 0;
        });
        Assert.Equal($"{line}\na  Done\n", output.ToString().ReplaceLineEndings("\n"));
    }

    private IAnsiConsole Terminal(int height = 24)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(output) });
        (console.Profile.Width, console.Profile.Height) = (60, height);
        return console;
    }
}
