using System.ComponentModel;
using Gan.Runtime.Losses.Inputs;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents an objective that has states, the numbers that it updates in each step of the discriminator. Generated code implements it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStatefulObjective : IGanObjective
{
    /// <summary>Gets the states.</summary>
    ObjectiveStates States { get; }
}

/// <summary>Represents the states of an objective, as a view of the field that holds their values. Generated code creates it.</summary>
/// <remarks>
/// A step of the discriminator keeps the statistics of its logits. The next one starts with the values that follow from them, so that the step of the generator in between has the values that the
/// discriminator's had. A step whose statistics are not finite changes nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectiveStates
{
    private readonly Func<CarriedStates> read;
    private readonly Action<CarriedStates> write;

    /// <summary>Initialises a new instance of the <see cref="ObjectiveStates"/> class.</summary>
    /// <param name="read">A function that returns the values.</param>
    /// <param name="write">A function that replaces the values.</param>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    public ObjectiveStates(Func<CarriedStates> read, Action<CarriedStates> write)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        (this.read, this.write) = (read, write);
    }

    /// <summary>Gets or sets the states, in the order of their declaration.</summary>
    public required IReadOnlyList<StateVariable> Variables { get; init; }

    /// <summary>Gets or sets the statistics that the updates read, each after those that its formula reads.</summary>
    public IReadOnlyList<BatchStatistic> Statistics { get; init; } = [];

    /// <summary>Moves the states to the values that follow from logits.</summary>
    internal void Update(Tensor realLogits, Tensor fakeLogits)
    {
        LogitChecks.Check(realLogits, nameof(realLogits));
        LogitChecks.Check(fakeLogits, nameof(fakeLogits));
        LogitChecks.SamePlace(realLogits, fakeLogits);
        Advance();
        Observe(realLogits, fakeLogits);
        Advance();
    }

    /// <summary>Keeps the statistics of a step's logits.</summary>
    /// <param name="realLogits">The real logits.</param>
    /// <param name="fakeLogits">The fake logits.</param>
    internal void Observe(Tensor realLogits, Tensor fakeLogits)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var (real, fake) = (realLogits.detach().to(ScalarType.Float64), fakeLogits.detach().to(ScalarType.Float64));
        var values = new StatisticValue[Statistics.Count];
        for (var k = 0; k < values.Length; k++)
        {
            var statistic = Statistics[k];
            var elements = statistic.Element.At(values).Loss(statistic.Side == BatchSide.Real ? real : fake);
            values[k] = new(new BatchElements(elements, mask: null).Value(statistic.Kind));
        }

        // One number at least, which says that there was a step.
        Tensor[] statistics = [.. values.Select(static value => value.Tensor), .. values.Length == 0 ? [zeros([], ScalarType.Float64)] : Array.Empty<Tensor>()];
        write(new(read().Values, new(statistics)));
    }

    /// <summary>Moves the states to the values that follow from the statistics that were kept.</summary>
    /// <exception cref="InvalidOperationException">A value is not finite.</exception>
    internal void Advance()
    {
        if (read().Statistics.Count > 0)
            write(new(new(Next()), default));
    }

    /// <summary>The values that the next step starts with.</summary>
    internal double[] Next()
    {
        var values = read();
        var statistics = values.Statistics;
        var current = Variables.Select((variable, i) => values.Value(i, variable.Initial));
        if (statistics.Count == 0)
            return [.. current];
        double[] numbers = [.. Enumerable.Range(0, statistics.Count).Select(i => statistics[i])];
        return Array.TrueForAll(numbers, double.IsFinite) ? [.. Variables.Select(variable => variable.Next(numbers))] : [.. current];
    }

    /// <summary>Replaces the values.</summary>
    internal void Become(double[] values) => write(new(new(values), default));
}
