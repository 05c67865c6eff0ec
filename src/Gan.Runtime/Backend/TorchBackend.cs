using Gan.Runtime.Backend;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Checks that libtorch computes layers correctly on this machine.
/// </summary>
/// <remarks>On some virtual machines, libtorch's convolutions are wrong by 1 to 98%, without an error. Networks then train on wrong gradients.</remarks>
public static class TorchBackend
{
    private const string Setting = "GANDSL_BACKEND_CHECK";

    private static readonly BackendCure[] Cures =
    [
        new("oneDNN is turned off for this process. The layers are now correct, and convolutions are 10 to 25% slower.", LibtorchSwitches.SwitchOneDnnOff),
    ];

    private static readonly Lazy<BackendVerdict> Verdict = new(CheckNow);

    /// <summary>
    /// Checks libtorch's layers on the CPU in float32, and switches oneDNN off if they are wrong. The check runs once per process and takes some milliseconds.
    /// </summary>
    /// <remarks>
    /// <para>The objectives, modules, optimisers, steps and experiments of this library call this method themselves. Call it first in a program that computes anything before them.</para>
    /// <para>The check computes the outputs and the gradients of nine small layers (linear layers and convolutions of 1, 2 and 3 dimensions, with strides and transposed) and compares them
    /// with their definition in float64. On Linux with glibc, it fills the memory with NaN first, so that a value that was never written is not correct by chance.</para>
    /// <para>If the results differ, the method switches oneDNN off inside libtorch, checks the layers again, and writes one line to the standard error.
    /// It also switches NNPACK off where NNPACK does not run on the machine, which only prevents its warning at each convolution.</para>
    /// <para>Set the environment variable <c>GANDSL_BACKEND_CHECK=off</c> to skip the check; the default is <c>on</c>. If libtorch does not load, nothing is checked.
    /// The check does not change random generators, dispose scopes or gradient modes. docs/backend.md describes the fault.</para>
    /// </remarks>
    /// <returns>The result, which is the same for each call.</returns>
    /// <exception cref="WrongBackendException">Layers are wrong, and the cure does not help.</exception>
    /// <exception cref="ArgumentException"><c>GANDSL_BACKEND_CHECK</c> is neither <c>on</c> nor <c>off</c>.</exception>
    public static BackendVerdict Check() => Verdict.Value;

    private static BackendVerdict CheckNow()
    {
        if (!IsOn)
            return new(BackendStatus.Unchecked, $"Not checked: {Setting} is off.");
        try
        {
            InitializeDeviceType(DeviceType.CPU);
        }
        catch (TypeInitializationException)
        {
            // An objective can be read and compared without it; whatever computes will say why.
            return new(BackendStatus.Unchecked, "Not checked: libtorch does not load.");
        }

        LibtorchSwitches.SwitchIdleNnpackOff();
        var verdict = new BackendCheck(CheckedLayer.All.Length, LayerCheck.FindWrong, Cures).Run();
        if (verdict.Status == BackendStatus.Cured)
            Console.Error.WriteLine($"GanDsl: {verdict.Text}");
        return verdict;
    }

    private static bool IsOn => Environment.GetEnvironmentVariable(Setting) switch
    {
        null or "" or "on" => true,
        "off" => false,
        var other => throw new ArgumentException($"The environment variable {Setting} is '{other}', but must be on or off."),
    };
}
