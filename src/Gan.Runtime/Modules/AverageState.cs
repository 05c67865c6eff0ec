using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>The tensors of an average beside those of a module, by name.</summary>
internal static class AverageState
{
    public const string Prefix = "average.";

    /// <summary>All pairs, or an exception that says which name or shape does not match.</summary>
    public static IReadOnlyList<AveragedTensor> Match(nn.Module average, nn.Module? module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var state = ModuleState.Of(module, nameof(module));
        var means = average.named_buffers()
            .Where(buffer => buffer.name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(buffer => buffer.name[Prefix.Length..], buffer => buffer.buffer);
        if (means.Keys.FirstOrDefault(name => !state.Tensors.ContainsKey(name)) is { } lacking)
            throw Mismatch($"The module has no {lacking}, which the average has.");
        return [.. state.Tensors.Select(tensor => Pair(tensor.Key, tensor.Value, means, state))];
    }

    private static AveragedTensor Pair(string name, Tensor value, Dictionary<string, Tensor> means, ModuleState state)
    {
        if (!means.TryGetValue(name, out var mean))
            throw Mismatch($"The average has no {name}, which the module has.");
        if (!mean.shape.AsSpan().SequenceEqual(value.shape))
            throw Mismatch($"{name} of the module is {TensorChecks.Shape(value)}, of the average {TensorChecks.Shape(mean)}.");
        return new(mean, value, IsCopied: state.Buffers.Contains(name) || !TensorChecks.IsFloatingPoint(mean));
    }

    private static ArgumentException Mismatch(string message, string parameterName = "module") => new(message, parameterName);
}
