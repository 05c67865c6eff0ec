using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Takes a module's parameters out of the graphs built while it lives. Those that were frozen before stay so afterwards.</summary>
internal sealed class FrozenParameters : IDisposable
{
    private readonly List<Parameter> frozen = [];

    public FrozenParameters(nn.Module module)
    {
        foreach (var parameter in module.parameters())
        {
            if (!parameter.requires_grad)
                continue;
            parameter.requires_grad = false;
            frozen.Add(parameter);
        }
    }

    public void Dispose()
    {
        foreach (var parameter in frozen)
            parameter.requires_grad = true;
        frozen.Clear();
    }
}
