namespace Gan.Runtime;

/// <summary>Represents one step of a player, in which the loss and the penalties share the outputs of the networks.</summary>
public abstract class StepPass
{
    private readonly List<Action> effects = [];

    private protected StepPass()
    {
    }

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
