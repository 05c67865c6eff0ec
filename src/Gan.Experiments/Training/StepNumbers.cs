namespace Gan.Experiments.Training;

/// <summary>The numbers of one step.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Values">Losses, penalties that were due, mean logits, and where they were measured gradient norms, by name.</param>
internal sealed record StepNumbers(long Step, IReadOnlyList<KeyValuePair<string, double>> Values)
{
    /// <summary>A number by name; null where this step has none, as of a penalty that is not due. Penalties of one name are added.</summary>
    public double? this[string name] => Values.Any(value => value.Key == name) ? Values.Where(value => value.Key == name).Sum(static value => value.Value) : null;
}
