using Gan.Runtime.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Training;

/// <summary>Sees whether weights have become NaN or infinite: they do where a gradient was, and the loss may have been finite.</summary>
internal sealed class FiniteWeights
{
    private readonly IReadOnlyList<(string Player, nn.Module Module)> modules;

    // Not finite by design, as a mask of attention is.
    private readonly HashSet<string> excepted;

    /// <param name="modules">New modules, with what a message calls them.</param>
    public FiniteWeights(params IReadOnlyList<(string Player, nn.Module Module)> modules)
    {
        this.modules = modules;
        excepted = [.. NotFinite().Select(static tensor => tensor.Name)];
    }

    /// <summary>Looks at all parameters and buffers.</summary>
    /// <param name="step">The step that was trained last.</param>
    /// <exception cref="DivergedException">One is not finite, and was when it was new.</exception>
    public void Check(long step)
    {
        foreach (var (name, value) in NotFinite())
        {
            if (!excepted.Contains(name))
                throw new DivergedException(step, name, value);
        }
    }

    private IEnumerable<(string Name, double Value)> NotFinite() =>
        from player in modules
        from tensor in ModuleState.Of(player.Module, nameof(modules)).Tensors
        let value = FirstNotFinite(tensor.Value)
        where value is not null
        select ($"{player.Player} {tensor.Key}", value.Value);

    private static double? FirstNotFinite(Tensor tensor)
    {
        if (!tensor.is_floating_point())
            return null;
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var finite = tensor.isfinite();
        return finite.all().ToBoolean() ? null : tensor.masked_select(finite.logical_not())[0].to(ScalarType.Float64).ToDouble();
    }
}
