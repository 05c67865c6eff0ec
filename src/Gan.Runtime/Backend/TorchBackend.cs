using Gan.Runtime.Backend;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The check of libtorch's layers. On some virtual machines its convolutions are wrong, by 1 to 98% and without a word, so that networks train on wrong gradients.
/// </summary>
public static class TorchBackend
{
    private const string Setting = "GANDSL_BACKEND_CHECK";

    private static readonly BackendCure[] Cures =
    [
        new("oneDNN is turned off for this process. The layers are now correct, and convolutions are 10 to 25% slower.", LibtorchSwitches.SwitchOneDnnOff),
    ];

    private static readonly Lazy<BackendVerdict> Verdict = new(CheckNow);

    /// <summary>
    /// Checks libtorch on the CPU, once in a process and in some milliseconds, and cures it where it is wrong. An objective that is made, a module or an optimiser of this
    /// library, a step and an experiment call it by themselves: call it first in a program that computes anything before them.
    /// </summary>
    /// <remarks>
    /// <para>Nine small layers (linear, convolutions of 1, 2 and 3 dimensions, transposed and with strides, with channels that fill no vector) are computed in float32: outputs and the
    /// gradients of inputs and weights. They are compared with their definition, evaluated in float64, twice, and on Linux with glibc in memory full of NaN, so that a value that nobody
    /// wrote cannot be right by chance. It looks at the CPU and at float32 alone.</para>
    /// <para>Where they differ, oneDNN is switched off inside libtorch, and the layers are computed again. One line on the standard error says so.
    /// NNPACK is switched off where it does not run on the machine, which spares its warning at each convolution and changes nothing else.</para>
    /// <para>The environment variable <c>GANDSL_BACKEND_CHECK=off</c> leaves all this out; the default is <c>on</c>. Random generators, dispose scopes and gradient modes are left as they are.
    /// Where libtorch does not load nothing is checked. docs/backend.md tells the whole fault.</para>
    /// </remarks>
    /// <returns>What was found, the same at each call.</returns>
    /// <exception cref="WrongBackendException">Layers are wrong and no cure helps.</exception>
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
