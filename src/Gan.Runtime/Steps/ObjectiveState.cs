using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Implements <see cref="IGanObjective.State"/> and <see cref="IGanObjective.LoadState"/>, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObjectiveState
{
    /// <summary>Returns the numbers that an objective carries from step to step: its states, then the states of its penalties, each in the order of their declaration.</summary>
    /// <param name="objective">The objective.</param>
    /// <returns>The numbers of the state, by name.</returns>
    /// <exception cref="ArgumentNullException">The objective is null.</exception>
    public static IReadOnlyDictionary<string, double> Of(IGanObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new OrderedDictionary<string, double>(OwnOf(objective).Concat(StatesOf(objective).SelectMany(s => s.State.Values.Select(v => KeyValuePair.Create($"{s.Name}.{v.Key}", v.Value)))));
    }

    /// <summary>Checks a saved state and restores it.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="state">The numbers of the state, by name.</param>
    /// <exception cref="ArgumentException">An argument is null, or the state lacks a number, or contains a number that this objective does not have or that is out of range.</exception>
    public static void Load(IGanObjective objective, IReadOnlyDictionary<string, double> state)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(state);
        var states = StatesOf(objective).ToArray();
        var known = Of(objective).Keys.ToHashSet();
        if (state.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            throw new ArgumentException($"The state has {unknown}, which {objective.Info.Name} does not know: is it the state of another objective?", nameof(state));

        Action[] loads = [LoadingOwn(objective, state), .. states.Select(s => Loading(s.Name, s.State, state))];
        Array.ForEach(loads, load => load());
    }

    /// <summary>The objective's own states, with the values that the next step starts with.</summary>
    private static IEnumerable<KeyValuePair<string, double>> OwnOf(IGanObjective objective) =>
        objective is IStatefulObjective { States: var states } ? states.Variables.Zip(states.Next(), static (variable, value) => KeyValuePair.Create(variable.Name, value)) : [];

    private static Action LoadingOwn(IGanObjective objective, IReadOnlyDictionary<string, double> state)
    {
        if (objective is not IStatefulObjective { States: var states })
            return static () => { };
        var values = states.Variables.Select(variable => variable.Checked(Finite(variable.Name, state), nameof(state))).ToArray();
        return () => states.Become(values);
    }

    private static Action Loading(string name, PenaltyState penalty, IReadOnlyDictionary<string, double> state)
    {
        var values = penalty.Values.Select(value => Finite($"{name}.{value.Key}", state)).ToArray();
        try
        {
            penalty.Check(values);
            return () => penalty.Become(new(values));
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"The state of {name} is not valid: {error.Message}", nameof(state), error);
        }
    }

    private static double Finite(string key, IReadOnlyDictionary<string, double> state)
    {
        if (!state.TryGetValue(key, out var value))
            throw new ArgumentException($"The state lacks {key}.", nameof(state));
        return double.IsFinite(value) ? value : throw new ArgumentException($"{key} of the state is {value}, but must be finite.", nameof(state));
    }

    /// <summary>A second penalty of one name is numbered.</summary>
    private static IEnumerable<(string Name, PenaltyState State)> StatesOf(IGanObjective objective) =>
        objective.Penalties.Concat<Penalty>(objective.GeneratorPenalties).Where(penalty => penalty.Carried is not null)
            .GroupBy(penalty => penalty.Name)
            .SelectMany(group => group.Select((penalty, index) => (index == 0 ? group.Key : $"{group.Key}{index + 1}", penalty.Carried!)));
}
