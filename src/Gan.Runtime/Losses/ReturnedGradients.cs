using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>
/// Gradients that a custom Function has handed to autograd, which copies them only after the Function has returned. The dispose scope around the caller's backward frees them; where there is none, the
/// next loss on the thread does, for the garbage collector does not see their size.
/// </summary>
internal static class ReturnedGradients
{
    [ThreadStatic]
    private static List<Tensor>? withoutScope;

    /// <summary>A gradient that stays in the dispose scope it is in, or is remembered where it is in none.</summary>
    public static Tensor Leave(Tensor gradient, bool hasScope)
    {
        if (!hasScope)
            (withoutScope ??= []).Add(gradient);
        return gradient;
    }

    /// <summary>Frees what earlier calls left.</summary>
    public static void Free()
    {
        if (withoutScope is not { Count: > 0 } left)
            return;
        foreach (var gradient in left)
            gradient.Dispose();
        left.Clear();
    }

    /// <summary>Makes tensors, and tells whether they belong to a dispose scope.</summary>
    public static bool HasScope<T>(Func<T> make, out T made)
    {
        var before = DisposeScopeManager.Statistics.CreatedOutsideScopeCount;
        made = make();
        return DisposeScopeManager.Statistics.CreatedOutsideScopeCount == before;
    }
}
