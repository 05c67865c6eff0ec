namespace Gan.Experiments;

/// <summary>The numbers of one step.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Values">Losses, penalties that were due, mean logits, and where they were measured gradient norms, by name.</param>
public sealed record StepNumbers(long Step, IReadOnlyList<KeyValuePair<string, double>> Values)
{
    /// <summary>A number by name; NaN where this step has none. Penalties of one name are added.</summary>
    public double this[string name] => Values.Any(value => value.Key == name) ? Values.Where(value => value.Key == name).Sum(static value => value.Value) : double.NaN;

    /// <summary>Whether this step has a number.</summary>
    public bool Has(string name) => Values.Any(value => value.Key == name);
}
