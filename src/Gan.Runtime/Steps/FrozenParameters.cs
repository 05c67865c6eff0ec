using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>Takes the parameters of modules out of the graphs built while it lives. Those that were frozen before stay so afterwards.</summary>
internal sealed class FrozenParameters : IDisposable
{
    private readonly List<Parameter> frozen = [];

    public FrozenParameters(params IEnumerable<nn.Module> modules)
    {
        try
        {
            foreach (var parameter in modules.SelectMany(module => module.parameters()).Where(parameter => parameter.requires_grad))
            {
                parameter.requires_grad = false;
                frozen.Add(parameter);
            }
        }
        catch
        {
            // A disposed parameter among them: those before it must not stay frozen.
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var parameter in frozen)
            parameter.requires_grad = true;
        frozen.Clear();
    }
}
