using System.Runtime.InteropServices;
using TorchSharp;

namespace Gan.Runtime;

/// <summary>
/// libtorch says once a process that a backward with create_graph may leak, through parameters that keep their gradient.
/// Here the only gradient made is that of the input, and it is taken off at once: the warning would only alarm.
/// </summary>
internal static class CreateGraphWarning
{
    private const int Error = 2;

    private static readonly Lock s_first = new();
    private static bool s_isOver;

    /// <summary>Runs a backward; where it is the first, with libtorch's log level raised over a warning meanwhile.</summary>
    public static void Unheard(Action backward)
    {
        if (Volatile.Read(ref s_isOver))
        {
            backward();
            return;
        }

        lock (s_first)
        {
            var level = s_isOver ? 0 : LogLevel();
            var before = level == 0 ? 0 : Marshal.ReadInt32(level);
            if (level != 0)
                Marshal.WriteInt32(level, Error);
            try
            {
                backward();
                Volatile.Write(ref s_isOver, true);
            }
            finally
            {
                if (level != 0)
                    Marshal.WriteInt32(level, before);
            }
        }
    }

    /// <summary>The address of libtorch's log level; 0 on a system whose library does not export it, where the warning is heard.</summary>
    private static nint LogLevel()
        => NativeLibrary.TryLoad("libc10", typeof(torch).Assembly, null, out var library) && NativeLibrary.TryGetExport(library, "FLAGS_caffe2_log_level", out var address)
            ? address
            : 0;
}
