using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents one step of a player, in which the loss and the penalties share the outputs of the networks.</summary>
public abstract class StepPass
{
    private readonly List<Action> effects = [];

    private protected StepPass(GeneratedBatch generated) => Generated = generated;

    /// <summary>Gets the generated samples with what the caller gave beside them. Ask for the generator in <c>Prepare</c>, so that a step without it fails before it calls a network.</summary>
    public GeneratedBatch Generated { get; }

    /// <summary>Calls the generator at other latents.</summary>
    /// <param name="latents">The latents, as many as <see cref="Generated"/> has.</param>
    /// <returns>The samples. In the step of the generator, they have their graph. In the step of the discriminator, they have none.</returns>
    /// <exception cref="ArgumentException">The latents are null, disposed or empty, or the generator does not accept them.</exception>
    /// <exception cref="InvalidOperationException">The step has the generated samples alone, or the generator returned no samples.</exception>
    public Tensor Generate(Tensor latents)
    {
        TensorChecks.NotEmpty(latents, nameof(latents));
        using var withoutGraph = TracksGenerator ? null : no_grad();
        return Generated.Generate(latents);
    }

    /// <summary>Whether the samples need a graph to the generator.</summary>
    private protected abstract bool TracksGenerator { get; }

    /// <summary>Registers an action for the end of a step that succeeds, such as an update of the state of a penalty. <c>Evaluate</c> does not run it.</summary>
    /// <param name="effect">The action.</param>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void WhenDone(Action effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        effects.Add(effect);
    }

    internal void Complete() => effects.ForEach(effect => effect());
}
