using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Checks the update of a state against its declared formula.</summary>
public static class StateChecks
{
    /// <summary>Checks the value of a state after one update, from logits in float32 and in float64, up to rounding, and that the update leaks no tensor.</summary>
    /// <typeparam name="TObjective">The type of the objective.</typeparam>
    /// <param name="create">Creates an objective whose states have their initial values.</param>
    /// <param name="state">Returns the value of the state.</param>
    /// <param name="real">The real logits, which float32 represents exactly.</param>
    /// <param name="fake">The fake logits, which float32 represents exactly.</param>
    /// <param name="expected">The value of the formula, clamped to the range of the state.</param>
    /// <exception cref="ArgumentException">An argument is null, or a list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">The value is wrong, or a tensor is left behind.</exception>
    public static void Update<TObjective>(Func<TObjective> create, Func<TObjective, double> state, IReadOnlyList<double> real, IReadOnlyList<double> fake, double expected)
        where TObjective : IStatefulObjective
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
            var objective = create();
            var (realLogits, fakeLogits) = (tensor([.. real], type), tensor([.. fake], type));
            var before = Tensor.TotalCount;
            objective.UpdateState(realLogits, fakeLogits);
            var left = Tensor.TotalCount - before;
            var actual = state(objective);
            if (!(Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected))))
                failures.Add($"After an update from logits of {type}, the state should be {expected:R}, but it is {actual:R}.");
            if (left != 0)
                failures.Add($"The update leaves {left} tensors behind.");
        }

        failures.ThrowIfAny();
    }
}
