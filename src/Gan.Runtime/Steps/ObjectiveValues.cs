using System.ComponentModel;
using System.Globalization;

namespace Gan.Runtime;

/// <summary>What generated objectives answer when they are compared and shown: an objective is its type, its hyperparameters and its loss weight.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObjectiveValues
{
    /// <summary>Whether the two are of one type and have the same values. NaN equals NaN.</summary>
    /// <param name="objective">The one.</param>
    /// <param name="other">The other.</param>
    public static bool AreEqual(IGanObjective objective, object? other)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return ReferenceEquals(objective, other)
            || (other is IGanObjective same
                && objective.GetType() == same.GetType()
                && objective.LossWeight.Equals(same.LossWeight)
                && objective.Hyperparameters.SequenceEqual(same.Hyperparameters));
    }

    /// <summary>The same for equal objectives.</summary>
    /// <param name="objective">The objective.</param>
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

    /// <summary><c>LeastSquares { A = 0, B = 1 }</c>: the name with the hyperparameters, and the loss weight unless it is 1; the same in every culture.</summary>
    /// <param name="objective">The objective.</param>
    public static string Show(IGanObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var values = objective.Hyperparameters.Select(static h => $"{h.Name} = {h.Value.ToString("R", CultureInfo.InvariantCulture)}").ToList();
        if (objective.LossWeight != 1)
            values.Add($"LossWeight = {objective.LossWeight.ToString("R", CultureInfo.InvariantCulture)}");
        return values.Count == 0 ? objective.Info.Name : $"{objective.Info.Name} {{ {string.Join(", ", values)} }}";
    }
}
