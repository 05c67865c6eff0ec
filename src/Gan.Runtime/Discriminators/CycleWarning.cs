using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>
/// libtorch's warning, once in a process and on the standard error, that a backward pass which makes a graph may leave a cycle between an input
/// and its gradient. <see cref="InputGradient"/> breaks that cycle each time, so the warning would only frighten.
/// </summary>
internal static class CycleWarning
{
    private const int ErrorsOnly = 2;

    private static readonly Lock OneAtATime = new();
    private static volatile bool spent;

    /// <summary>The first call lets libtorch give its warning with the log at errors only. Where the log's level is not found, nothing happens.</summary>
    public static void Spend()
    {
        if (spent)
            return;
        lock (OneAtATime)
        {
            if (!spent && TryFindLogLevel(out var level))
                WithLogAt(level, ErrorsOnly, Provoke);
            spent = true;
        }
    }

    /// <summary>Finds the integer that TORCH_CPP_LOG_LEVEL sets: 0 information, 1 warnings, 2 errors.</summary>
    internal static bool TryFindLogLevel(out nint address)
    {
        address = 0;
        return NativeLibrary.TryLoad("c10", typeof(Tensor).Assembly, null, out var c10)
            && NativeLibrary.TryGetExport(c10, "FLAGS_caffe2_log_level", out address);
    }

    private static void WithLogAt(nint level, int temporary, Action action)
    {
        var usual = Marshal.ReadInt32(level);
        Marshal.WriteInt32(level, Math.Max(usual, temporary));
        try
        {
            action();
        }
        finally
        {
            Marshal.WriteInt32(level, usual);
        }
    }

    private static void Provoke()
    {
        using var scope = NewDisposeScope();
        using var recorded = enable_grad();
        var input = ones(1).requires_grad_(true);
        autograd.backward([input.mul(input)], create_graph: true, retain_graph: true, inputs: [input]);
        input.grad = null;
    }
}
