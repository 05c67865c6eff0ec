using System.ComponentModel;
using System.Globalization;

namespace Gan.Runtime;

/// <summary>Implements the comparison and the text of objectives by their type, hyperparameters and loss weight, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObjectiveValues
{
    /// <summary>Determines whether two objectives have the same type, hyperparameters and loss weight. NaN equals NaN.</summary>
    /// <param name="objective">The first objective.</param>
    /// <param name="other">The second objective.</param>
    /// <returns><see langword="true"/> if the two are equal; otherwise, <see langword="false"/>.</returns>
    /// <exception cref="ArgumentNullException">The first objective is null.</exception>
    public static bool AreEqual(IGanObjective objective, object? other)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return ReferenceEquals(objective, other)
            || (other is IGanObjective same
                && objective.GetType() == same.GetType()
                && objective.LossWeight.Equals(same.LossWeight)
                && objective.Hyperparameters.SequenceEqual(same.Hyperparameters));
    }

    /// <summary>Returns a hash code, which is the same for equal objectives.</summary>
    /// <param name="objective">The objective.</param>
    /// <returns>The hash code.</returns>
    /// <exception cref="ArgumentNullException">The objective is null.</exception>
    public static int HashOf(IGanObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var hash = default(HashCode);
        hash.Add(objective.GetType());
        hash.Add(objective.LossWeight);
        foreach (var hyperparameter in objective.Hyperparameters)
            hash.Add(hyperparameter);
        return hash.ToHashCode();
    }

    /// <summary>Returns the name of an objective with its hyperparameters, and with its loss weight unless it is 1: <c>LeastSquares { A = 0, B = 1 }</c>.</summary>
    /// <param name="objective">The objective.</param>
    /// <returns>The text, which does not depend on the current culture.</returns>
    /// <exception cref="ArgumentNullException">The objective is null.</exception>
    public static string Show(IGanObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var values = objective.Hyperparameters.Select(static h => $"{h.Name} = {h.Value.ToString("R", CultureInfo.InvariantCulture)}").ToList();
        if (objective.LossWeight != 1)
            values.Add($"LossWeight = {objective.LossWeight.ToString("R", CultureInfo.InvariantCulture)}");
        return values.Count == 0 ? objective.Info.Name : $"{objective.Info.Name} {{ {string.Join(", ", values)} }}";
    }
}
