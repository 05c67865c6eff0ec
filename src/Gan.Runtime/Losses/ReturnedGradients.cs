using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Gradients that a custom Function has handed to autograd, which copies them only after the Function has returned. The dispose scope around the caller's backward frees them; where there is none, the
/// next loss on the thread does, for the garbage collector does not see their size.
/// </summary>
internal static class ReturnedGradients
{
    [ThreadStatic]
    private static List<Tensor>? withoutScope;

    /// <summary>A gradient that leaves the current scope, which was opened where there was a scope, or none.</summary>
    public static Tensor Leave(Tensor gradient, bool hasOuterScope)
    {
        gradient.MoveToOuterDisposeScope();
        if (!hasOuterScope)
            (withoutScope ??= []).Add(gradient);
        return gradient;
    }

    /// <summary>Frees what earlier calls left.</summary>
    public static void Free()
    {
        withoutScope?.ForEach(static gradient => gradient.Dispose());
        withoutScope?.Clear();
    }

    /// <summary>Whether a tensor that is made now belongs to a dispose scope.</summary>
    public static bool HasScope()
    {
        var before = DisposeScopeManager.Statistics.CreatedOutsideScopeCount;
        using var probe = empty(0);
        return DisposeScopeManager.Statistics.CreatedOutsideScopeCount == before;
    }
}
