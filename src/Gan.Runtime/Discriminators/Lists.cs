using System.Runtime.CompilerServices;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>The conditions on lists that come from outside, and their reduction to one scalar.</summary>
internal static class Lists
{
    public static void NotEmpty<T>(IReadOnlyList<T>? list, [CallerArgumentExpression(nameof(list))] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(list, name);
        if (list.Count == 0)
            throw new ArgumentException("The list is empty.", name);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is null)
                throw new ArgumentException($"Element {i} of the list is null.", name);
        }
    }

    public static void SameLength<TFirst, TSecond>(IReadOnlyList<TFirst> first, string firstName, IReadOnlyList<TSecond> second, string secondName)
    {
        if (first.Count != second.Count)
            throw new ArgumentException($"{firstName} has {first.Count} elements but {secondName} has {second.Count}: they need the same length.", secondName);
    }

    /// <summary>A new scalar.</summary>
    public static Tensor Reduce(IEnumerable<Tensor> scalars, ListReduction reduction)
    {
        var all = stack(scalars.ToArray());
        return Ranges.Defined(reduction, nameof(reduction)) == ListReduction.Sum ? all.sum() : all.mean();
    }
}
