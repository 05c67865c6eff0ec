namespace Gan.Runtime.Discriminators;

/// <summary>One step of a player, in which the loss and the penalties share what they need.</summary>
internal abstract class StepPass
{
    private readonly List<Action> effects = [];

    /// <summary>What a penalty carries on is to change only if the whole step succeeds.</summary>
    public void WhenDone(Action effect) => effects.Add(effect);

    public void Complete() => effects.ForEach(effect => effect());
}
