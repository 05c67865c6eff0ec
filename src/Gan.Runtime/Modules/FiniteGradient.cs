using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>A parameter's gradient, known to have no NaN and no infinity, and its norm.</summary>
internal readonly record struct FiniteGradient(Tensor Value, double Norm)
{
    /// <summary>The gradient with its norm.</summary>
    /// <exception cref="NonFiniteGradientException">It has a NaN or an infinity.</exception>
    public static FiniteGradient Of((string Name, Tensor Value) gradient) => new(gradient.Value, NormOf(gradient.Value, gradient.Name));

    /// <summary>The gradients of those parameters that have one, by name, in the current dispose scope.</summary>
    public static (string Name, Tensor Value)[] AllOf(IEnumerable<(string Name, Parameter Parameter)> parameters) =>
        [.. from parameter in parameters
            let gradient = Gradient(parameter.Name, parameter.Parameter)
            where gradient is not null
            select (parameter.Name, gradient)];

    private static Tensor? Gradient(string name, Parameter parameter)
    {
        var gradient = parameter.grad;
        if (gradient is not null && (gradient.is_sparse || !TensorChecks.IsFloatingPoint(gradient)))
            throw new InvalidOperationException($"The gradient of parameter {name} is {(gradient.is_sparse ? "sparse " : "")}{gradient.dtype}: only dense floating point can be clipped.");
        return gradient;
    }

    private static double NormOf(Tensor gradient, string name)
    {
        var g = Precision.AtLeastFloat32(gradient).flatten();
        var norm = HostRead.Number(linalg.vector_norm(g, 2, [0]));
        if (double.IsFinite(norm))
            return norm;

        // Either the gradient is not finite, or only its square is not.
        var largest = HostRead.Number(g.abs().max());
        if (!double.IsFinite(largest))
            throw new NonFiniteGradientException(name);
        return largest * HostRead.Number(linalg.vector_norm(g.div(largest), 2, [0]));
    }
}
