using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Gradient clipping, between <c>backward</c> and the optimiser's step. A gradient that is NaN or infinite is an exception that names its parameter,
/// and then no gradient has been changed: clipping it would make every other one NaN.
/// </summary>
/// <remarks>
/// A norm that is returned is read, and to read a number from a GPU is to wait for it. With <c>out</c> gradients on a GPU are clipped without waiting, and the exception comes when the norm is
/// read (<see cref="ClippedNorm"/>). Clipping by value has no norm: on a GPU it leaves gradients that are not all finite as they are.
/// </remarks>
public static class GradientClipping
{
    /// <summary>Scales all gradients of a module so that their common norm <c>||g||_2</c> is at most <c>maxNorm</c>: <c>g = g * min(1, maxNorm / ||g||_2)</c>.</summary>
    /// <remarks>Source: Pascanu, Mikolov and Bengio 2013 (arXiv 1211.5063).</remarks>
    /// <param name="module">The module whose parameters' gradients are clipped in place. A parameter without a gradient, or disposed, is passed over.</param>
    /// <param name="maxNorm">The largest norm that is left alone, finite and positive.</param>
    /// <returns>The norm before; 0 when there is no gradient.</returns>
    /// <exception cref="ArgumentNullException">The module is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite or not positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient has a NaN or an infinity.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse or not real floating point.</exception>
    public static double ClipGradientNorm(this nn.Module module, double maxNorm) => ReadNorm(Named(module), maxNorm);

    /// <summary>The same, without waiting for a GPU: the norm stays there until it is read.</summary>
    /// <param name="module">The module whose parameters' gradients are clipped in place. A parameter without a gradient, or disposed, is passed over.</param>
    /// <param name="maxNorm">The largest norm that is left alone, finite and positive.</param>
    /// <param name="norm">The norm before; 0 when there is no gradient.</param>
    /// <exception cref="ArgumentNullException">The module is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite or not positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU has a NaN or an infinity.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse or not real floating point.</exception>
    public static void ClipGradientNorm(this nn.Module module, double maxNorm, out ClippedNorm norm) => norm = ClipNorm(Named(module), maxNorm);

    /// <summary>Scales all gradients of an optimiser's parameters, like <see cref="ClipGradientNorm(nn.Module, double)"/>.</summary>
    /// <param name="optimizer">The optimiser. It knows no names: an exception gives a parameter's number, from 0, and shape.</param>
    /// <param name="maxNorm">The largest norm that is left alone, finite and positive.</param>
    /// <returns>The norm before; 0 when there is no gradient.</returns>
    /// <exception cref="ArgumentNullException">The optimiser is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite or not positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient has a NaN or an infinity.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse or not real floating point.</exception>
    public static double ClipGradientNorm(this optim.Optimizer optimizer, double maxNorm) => ReadNorm(Numbered(optimizer), maxNorm);

    /// <summary>The same, without waiting for a GPU: the norm stays there until it is read.</summary>
    /// <param name="optimizer">The optimiser. It knows no names: an exception gives a parameter's number, from 0, and shape.</param>
    /// <param name="maxNorm">The largest norm that is left alone, finite and positive.</param>
    /// <param name="norm">The norm before; 0 when there is no gradient.</param>
    /// <exception cref="ArgumentNullException">The optimiser is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite or not positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU has a NaN or an infinity.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse or not real floating point.</exception>
    public static void ClipGradientNorm(this optim.Optimizer optimizer, double maxNorm, out ClippedNorm norm) => norm = ClipNorm(Numbered(optimizer), maxNorm);

    /// <summary>Clips each element of each gradient of a module: <c>g = min(max(g, -limit), limit)</c>.</summary>
    /// <param name="module">The module whose parameters' gradients are clipped in place. A parameter without a gradient, or disposed, is passed over.</param>
    /// <param name="limit">The largest absolute value that is left alone, finite and positive.</param>
    /// <exception cref="ArgumentNullException">The module is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite or not positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU has a NaN or an infinity.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse or not real floating point.</exception>
    public static void ClipGradientValue(this nn.Module module, double limit) => ClipValue(Named(module), limit);

    /// <summary>Clips each element of each gradient of an optimiser's parameters, like <see cref="ClipGradientValue(nn.Module, double)"/>.</summary>
    /// <param name="optimizer">The optimiser. It knows no names: an exception gives a parameter's number, from 0, and shape.</param>
    /// <param name="limit">The largest absolute value that is left alone, finite and positive.</param>
    /// <exception cref="ArgumentNullException">The optimiser is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite or not positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU has a NaN or an infinity.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse or not real floating point.</exception>
    public static void ClipGradientValue(this optim.Optimizer optimizer, double limit) => ClipValue(Numbered(optimizer), limit);

    private static double ReadNorm(IEnumerable<(string Name, Parameter Parameter)> parameters, double maxNorm)
    {
        using var scope = NewDisposeScope();
        return ClipNorm(parameters, maxNorm).Value;
    }

    private static ClippedNorm ClipNorm(IEnumerable<(string Name, Parameter Parameter)> parameters, double maxNorm)
    {
        Ranges.PositiveNumber(maxNorm, nameof(maxNorm));
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var found = FiniteGradient.AllOf(parameters);
        if (Array.Exists(found, static gradient => HostRead.Waits(gradient.Value)))
            return new(DeviceGradients.ClipNorm(found, maxNorm).MoveToOuterDisposeScope(), Array.ConvertAll(found, static gradient => gradient.Name));
        var gradients = Array.ConvertAll(found, FiniteGradient.Of);
        // Scaled by the largest, so that no square overflows.
        var largest = gradients.Select(gradient => gradient.Norm).DefaultIfEmpty(0).Max();
        var norm = largest == 0 ? 0 : largest * Math.Sqrt(gradients.Sum(gradient => Math.Pow(gradient.Norm / largest, 2)));
        if (norm > maxNorm)
        {
            foreach (var gradient in gradients)
                gradient.Value.mul_(maxNorm / norm);
        }

        return new(norm);
    }

    private static void ClipValue(IEnumerable<(string Name, Parameter Parameter)> parameters, double limit)
    {
        Ranges.Positive(limit, nameof(limit));
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var found = FiniteGradient.AllOf(parameters);
        if (Array.Exists(found, static gradient => HostRead.Waits(gradient.Value)))
        {
            DeviceGradients.ClipValue(found, limit);
            return;
        }

        foreach (var gradient in Array.ConvertAll(found, FiniteGradient.Of))
            Precision.ClampTo(gradient.Value, limit);
    }

    private static IEnumerable<(string Name, Parameter Parameter)> Named(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.named_parameters();
    }

    private static IEnumerable<(string Name, Parameter Parameter)> Numbered(optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return optimizer.parameters().Select((parameter, i) => ($"{i} {TensorChecks.Shape(parameter)}", parameter));
    }
}
