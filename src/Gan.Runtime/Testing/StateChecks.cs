using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Checks the update of a state against its declared formula.</summary>
public static class StateChecks
{
    /// <summary>Checks the value of a state after one update, from logits in float32 and in float64, up to rounding, and that the update leaks no tensor.</summary>
    /// <param name="create">Creates an objective whose states have their initial values.</param>
    /// <param name="state">The name of the state.</param>
    /// <param name="real">The real logits, which float32 represents exactly.</param>
    /// <param name="fake">The fake logits, which float32 represents exactly.</param>
    /// <param name="expected">The value of the formula, clamped to the range of the state.</param>
    /// <exception cref="ArgumentException">An argument is null, a list is empty, or the objective has no such state.</exception>
    /// <exception cref="ObjectiveCheckException">The value is wrong, or a tensor is left behind.</exception>
    public static void Update(Func<IStatefulObjective> create, string state, IReadOnlyList<double> real, IReadOnlyList<double> fake, double expected)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        if (real.Count == 0 || fake.Count == 0)
            throw new ArgumentException("There is nothing to check: a list is empty.", real.Count == 0 ? nameof(real) : nameof(fake));

        var failures = new Failures();
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            using var scope = NewDisposeScope();
            var objective = create() ?? throw new ArgumentException("The function returns null.", nameof(create));
            var (realLogits, fakeLogits) = (tensor([.. real], type), tensor([.. fake], type));
            var before = Tensor.TotalCount;
            objective.UpdateState(realLogits, fakeLogits);
            var left = Tensor.TotalCount - before;
            var actual = objective.Variables.Where(variable => variable.Name == state).Select(static variable => (double?)variable.Value).FirstOrDefault()
                ?? throw new ArgumentException($"{objective.Info.Name} has no state {state}.", nameof(state));
            if (!(Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected))))
                failures.Add($"After an update from logits of {type}, the state should be {expected:R}, but it is {actual:R}.");
            if (left != 0)
                failures.Add($"The update leaves {left} tensors behind.");
        }

        failures.ThrowIfAny();
    }
}
