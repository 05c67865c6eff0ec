using Gan.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>
/// All of a run that changes while it trains, in named parts: both networks, the average, both optimisers, the objective, the random number generators.
/// <see cref="Checkpoint"/> saves it and gives it back to the same parts made anew, from where the run goes on to the bit.
/// </summary>
/// <remarks>
/// <para>The parts stay the caller's. A part's tensors are saved as <c>part.name</c>.</para>
/// <para>Gradients are no part of it: a checkpoint belongs between two steps, and each step begins with <c>module.zero_grad()</c>, which leaves no gradients. The zeros that an
/// optimiser's <c>zero_grad</c> leaves move a parameter that a step does not reach; after a resume it would stay.</para>
/// <para>What a run does to the bit also depends on what does not change: the data and their order, the number of threads, the machine's vector width.</para>
/// </remarks>
internal sealed class TrainingState
{
    private readonly OrderedDictionary<string, IStatePart> parts = [];

    /// <summary>Adds a module's parameters and buffers; an <see cref="ExponentialMovingAverage"/> is a module too.</summary>
    /// <param name="name">The part's name: not empty, without a dot, not there yet.</param>
    /// <param name="module">The module.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The module is null, or the name cannot be had.</exception>
    public TrainingState Add(string name, nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return Add(name, new ModulePart(module));
    }

    /// <summary>Adds an optimiser's state and options, at most 2 GB.</summary>
    /// <param name="name">The part's name: not empty, without a dot, not there yet.</param>
    /// <param name="optimizer">The optimiser: <see cref="FusedAdam"/> or one of TorchSharp's.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The optimiser is null, or the name cannot be had.</exception>
    public TrainingState Add(string name, OptimizerHelper optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return Add(name, new OptimizerPart(optimizer));
    }

    /// <summary>Adds the <see cref="IGanObjective.State"/> of an objective.</summary>
    /// <param name="name">The part's name: not empty, without a dot, not there yet.</param>
    /// <param name="objective">The objective.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The objective is null, or the name cannot be had.</exception>
    public TrainingState Add(string name, IGanObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Add(name, new NumbersPart(() => objective.State, objective.LoadState));
    }

    /// <summary>Adds a random number generator.</summary>
    /// <param name="name">The part's name: not empty, without a dot, not there yet.</param>
    /// <param name="generator">The generator.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The generator is null, or the name cannot be had.</exception>
    public TrainingState Add(string name, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return Add(name, new GeneratorPart(generator.get_state, generator.set_state));
    }

    /// <summary>Adds libtorch's own generator on the CPU: what dropout, penalties, and <c>randn</c> without a generator draw from.</summary>
    /// <param name="name">The part's name: not empty, without a dot, not there yet.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The name cannot be had.</exception>
    public TrainingState AddGlobalGenerator(string name = "random") => Add(name, new GeneratorPart(get_rng_state, set_rng_state));

    /// <summary>Adds a part of another kind.</summary>
    /// <param name="name">The part's name: not empty, without a dot, not there yet.</param>
    /// <param name="part">The part.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The part is null, or the name cannot be had.</exception>
    public TrainingState Add(string name, IStatePart part)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(part);
        if (name.Contains('.', StringComparison.Ordinal))
            throw new ArgumentException($"The name {name} has a dot, which ends the part's name in a tensor's.", nameof(name));
        if (!parts.TryAdd(name, part))
            throw new ArgumentException($"There is a part called {name} already.", nameof(name));
        return this;
    }

    /// <summary>All tensors of all parts, in the current dispose scope or the parts' own.</summary>
    internal IReadOnlyDictionary<string, Tensor> Capture() =>
        parts.SelectMany(part => part.Value.Capture().Select(tensor => (Name: $"{part.Key}.{tensor.Key}", tensor.Value))).ToDictionary(t => t.Name, t => t.Value);

    /// <summary>Gives saved tensors back to the parts, after all have checked theirs.</summary>
    /// <exception cref="ArgumentException">A part does not know them; nothing has been changed.</exception>
    internal void Restore(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var saved = tensors.ToLookup(tensor => tensor.Key.Split('.', 2)[0]);
        if (saved.FirstOrDefault(part => !parts.ContainsKey(part.Key)) is { } unknown)
            throw new ArgumentException($"The checkpoint has {unknown.Key}, which this run does not: its parts are {string.Join(", ", parts.Keys)}.");
        var restoring = parts.Select(part => Restoring(part.Key, part.Value, saved[part.Key])).ToArray();
        Array.ForEach(restoring, restore => restore());
    }

    private static Action Restoring(string name, IStatePart part, IEnumerable<KeyValuePair<string, Tensor>> saved)
    {
        try
        {
            return part.Restoring(saved.ToDictionary(tensor => tensor.Key[Math.Min(name.Length + 1, tensor.Key.Length)..], tensor => tensor.Value));
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"The checkpoint does not fit {name}: {error.Message}", error);
        }
    }
}
