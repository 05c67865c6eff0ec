using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface;

/// <summary>What a public method returned.</summary>
internal static class Results
{
    /// <summary>The first number of a result that is NaN, by name; null where there is none. What the library returns is read and differentiated too.</summary>
    public static string? NaNIn(object? result, string name = "the result") => result switch
    {
        Tensor tensor => IsNaN(tensor) ? name : null,
        double number => double.IsNaN(number) ? name : null,
        DiscriminatorTerms or GeneratorTerms or MultiDiscriminatorTerms or MultiGeneratorTerms => NaNInTerms(result),
        _ => null,
    };

    /// <summary>Frees what the caller has to free.</summary>
    public static void Release(object? result) => (result as IDisposable)?.Dispose();

    private static bool IsNaN(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return !tensor.IsInvalid && TensorChecks.IsFloatingPoint(tensor) && !tensor.is_sparse && tensor.device_type != DeviceType.META && tensor.detach().isnan().any().item<bool>();
    }

    private static string? NaNInTerms(object terms)
    {
        terms.GetType().GetMethod("Backward")!.Invoke(terms, BindingFlags.DoNotWrapExceptions, null, null, null);
        return terms.GetType().GetProperties().Select(property => NaNIn(property.GetValue(terms, BindingFlags.DoNotWrapExceptions, null, null, null), property.Name)).FirstOrDefault(name => name is not null);
    }
}
