using System.Text;

namespace Gan.Generators.Emission;

/// <summary>Writes indented C#, with LF line ends whatever the machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blankBeforeNext;

    /// <summary>Writes each line of <paramref name="text"/> at the current depth. A line of its own for each template line.</summary>
    public SourceWriter Write(string text)
    {
        int end;
        for (var start = 0; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
            WriteLine(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end);
        WriteLine(text, text.LastIndexOf('\n') + 1, text.Length);
        return this;
    }

    /// <summary>A blank line, if something follows in this block.</summary>
    public SourceWriter Blank()
    {
        _blankBeforeNext = true;
        return this;
    }

    /// <summary>Writes the header and an opening brace; disposing closes it.</summary>
    public Block Open(string header)
    {
        Write(header);
        Write("{");
        _depth++;
        return new(this);
    }

    public override string ToString() => _text.ToString();

    private void WriteLine(string text, int start, int end)
    {
        if (_blankBeforeNext)
            _text.Append('\n');
        _blankBeforeNext = false;
        if (end > start)
            _text.Append(' ', _depth * 4).Append(text, start, end - start);
        _text.Append('\n');
    }

    private void Close(string end)
    {
        _depth--;
        _blankBeforeNext = false;
        Write(end);
    }

    public readonly struct Block(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close("}");
    }
}
