using System.Text;
using Spectre.Console;

namespace Gan.Experiments.Commands.Screen;

/// <summary>A console's output by another writer.</summary>
internal sealed class ScreenOutput(IAnsiConsoleOutput inner, TextWriter writer) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => inner.IsTerminal;

    public int Width => inner.Width;

    public int Height => inner.Height;

    public void SetEncoding(Encoding encoding) => inner.SetEncoding(encoding);
}
