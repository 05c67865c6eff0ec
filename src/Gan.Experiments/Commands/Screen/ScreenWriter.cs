using System.Text;

namespace Gan.Experiments.Commands.Screen;

/// <summary>Writes to a standard stream. Where that is closed, or its disk full, what comes is dropped: a training is worth more than what it shows.</summary>
/// <param name="inner">The stream's writer.</param>
/// <param name="onLoss">Is told once, with the reason.</param>
internal sealed class ScreenWriter(TextWriter inner, Action<string> onLoss) : TextWriter
{
    /// <summary>Whether something was dropped.</summary>
    public bool IsLost { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (IsLost)
            return;
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            IsLost = true;
            // The outer one says that a path may not be accessed, of a stream that has none.
            onLoss((exception.InnerException ?? exception).Message.TrimEnd('.'));
        }
    }
}
