using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints;

/// <summary>A module's weights in a file of the <see cref="Safetensors"/> format, for other tools and other programs.</summary>
internal static class WeightsFile
{
    /// <summary>Writes a module's parameters and buffers by their names.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file. One that exists is replaced.</param>
    /// <param name="metadata">Texts by name. Default none.</param>
    /// <exception cref="ArgumentException">An argument is null or empty, the module has no parameters and no buffers or has been disposed, or one is of a type that the format lacks.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Export(nn.Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Safetensors.Write(path, ModuleState.Of(module, nameof(module)).Tensors, metadata);
    }

    /// <summary>Copies weights into a module's parameters and buffers, in place: all of them or, where it throws, none.</summary>
    /// <param name="module">A module with tensors of the same names, shapes and types.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">An argument is null or empty, or the file is of another module: the message names the tensor.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, or damaged.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static void Import(nn.Module module, string path)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var file = Safetensors.Read(path);
        Action restore;
        try
        {
            restore = new ModulePart(module).Restoring(file.Tensors);
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"{path} does not fit the module: {error.Message}", nameof(path), error);
        }
        restore();
    }
}
