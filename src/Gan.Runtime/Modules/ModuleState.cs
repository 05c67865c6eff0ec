using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>A module's parameters and buffers by name.</summary>
internal sealed record ModuleState(IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlySet<string> Buffers)
{
    public static ModuleState Of(nn.Module module, string parameterName)
    {
        var buffers = module.named_buffers().ToArray();
        var tensors = new Dictionary<string, Tensor>();
        foreach (var (name, tensor) in module.named_parameters().Select(p => (p.name, (Tensor)p.parameter)).Concat(buffers))
            tensors[name] = TensorChecks.HasNumbers(tensor, parameterName);
        // TorchSharp leaves out what has been disposed.
        return tensors.Count > 0
            ? new(tensors, buffers.Select(buffer => buffer.name).ToHashSet())
            : throw new ArgumentException("The module has no parameters and no buffers: has it been disposed?", parameterName);
    }
}
