using Gan.Experiments.Commands.Screen;

namespace Gan.Experiments.Tests.Runs;

public sealed class ScreenWriterTests
{
    [Fact]
    public void WhatCanBeWrittenIsWritten()
    {
        using var inner = new StringWriter();
        using var screen = new ScreenWriter(inner, static reason => Assert.Fail(reason));
        screen.Write('a');
        screen.Write("bc");
        screen.Write(['d', 'e', 'f'], 1, 2);
        screen.WriteLine("g");
        screen.Write(7);
        screen.Flush();
        Assert.Equal($"abcefg{Environment.NewLine}7", inner.ToString());
        Assert.False(screen.IsLost);
    }

    [Fact]
    public void ALossIsToldOnceByItsInnerReason()
    {
        var reasons = new List<string>();
        using var screen = new ScreenWriter(new Closed(), reasons.Add);
        screen.Flush();
        screen.WriteLine("a");
        screen.Write("b");
        screen.Write('c');
        screen.Write(['d'], 0, 1);
        Assert.Equal(["Bad file descriptor"], reasons);
        Assert.True(screen.IsLost);
    }

    private sealed class Closed : StringWriter
    {
        public override void WriteLine(string? value) => throw new UnauthorizedAccessException("Access to the path is denied.", new IOException("Bad file descriptor"));
    }
}
