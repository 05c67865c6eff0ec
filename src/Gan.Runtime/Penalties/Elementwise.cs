using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>A caller's function of each number of a tensor.</summary>
internal static class Elementwise
{
    /// <param name="function">The function.</param>
    /// <param name="numbers">What it is called with.</param>
    /// <param name="option">The option that gives the function.</param>
    /// <param name="what">What the numbers are.</param>
    public static Tensor Of(Func<Tensor, Tensor> function, Tensor numbers, string option, string what)
    {
        var result = function(numbers);
        return result is { IsInvalid: false } && TensorChecks.IsFloatingPoint(result) && result.shape.AsSpan().SequenceEqual(numbers.shape) ? result : throw new InvalidOperationException(
            $"{option} must return one floating-point number for each of the {what}, {TensorChecks.Shape(numbers)}, but it returned {(result is { IsInvalid: false } ? TensorChecks.Describe(result) : "no tensor")}.");
    }
}
