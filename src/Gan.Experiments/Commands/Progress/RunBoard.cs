using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gan.Experiments.Commands.Progress;

/// <summary>Shows runs: on a terminal a line for each, redrawn in place; elsewhere one line after the other. Any thread may tell it.</summary>
/// <param name="console">Where they are shown.</param>
/// <param name="isLive">Whether lines are redrawn, here or by a parent, so that a run may tell its step often.</param>
/// <param name="mark">What the line of a run begins with, for a parent to know it by; empty: there is none.</param>
internal sealed class RunBoard(IAnsiConsole console, bool isLive, string mark = "")
{
    /// <summary>The mark of a child's lines: no text has it.</summary>
    public const string ChildMark = "\u001e";

    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, string> lines = [];
    private LiveDisplayContext? live;

    public bool IsLive => isLive;

    /// <summary>Shows runs while they are run.</summary>
    public T While<T>(Func<T> run)
    {
        if (!isLive || mark.Length > 0)
            return run();
        // Where a terminal has fewer lines than there are runs, those that began last are shown.
        return console.Live(new Rows()).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top).Start(context =>
        {
            live = context;
            try
            {
                return run();
            }
            finally
            {
                live = null;
            }
        });
    }

    /// <summary>The line of a run, in place of the one before.</summary>
    public void Show(string run, string line)
    {
        lock (gate)
        {
            lines[run] = line;
            if (live is null)
                Write(mark + line);
            else
                live.UpdateTarget(new Rows(lines.Values.Select(IRenderable (text) => new Text(text) { Overflow = Overflow.Ellipsis })));
        }
    }

    /// <summary>A line that stays, on a terminal above those of the runs.</summary>
    public void Say(string line)
    {
        lock (gate)
        {
            if (live is null)
                Write(line);
            else
                console.WriteLine(line);
        }
    }

    // Not the console: without a terminal it breaks lines all the same.
    private void Write(string line)
    {
        console.Profile.Out.Writer.WriteLine(line);
        console.Profile.Out.Writer.Flush();
    }
}
