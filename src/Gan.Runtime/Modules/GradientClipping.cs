using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Clips gradients between <c>backward</c> and the optimiser step, by their norm or by their values.
/// </summary>
/// <remarks>
/// <para>If a gradient contains NaN or infinity, the methods throw an exception that names its parameter, and do not change any gradient.</para>
/// <para>A method that returns the norm waits for the GPU to read it. The overloads with an <c>out</c> parameter clip gradients on a GPU without waiting, and the exception comes when the norm is
/// read (<see cref="ClippedNorm"/>). Clipping by value on a GPU does not throw: it leaves gradients that are not all finite unchanged.</para>
/// </remarks>
public static class GradientClipping
{
    /// <summary>Scales the gradients of a module so that their norm over all parameters is at most <c>maxNorm</c>: <c>g = g * min(1, maxNorm / ||g||_2)</c>.</summary>
    /// <remarks>Source: Pascanu, Mikolov and Bengio 2013 (arXiv 1211.5063).</remarks>
    /// <param name="module">The module whose gradients are clipped in place. Parameters that have no gradient or have been disposed are skipped.</param>
    /// <param name="maxNorm">The largest norm allowed, finite and positive.</param>
    /// <returns>The norm before the clipping, or 0 if there is no gradient.</returns>
    /// <exception cref="ArgumentNullException">The module is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite and positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient contains NaN or infinity. No gradient has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse, or is not real floating point.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
    public static double ClipGradientNorm(this nn.Module module, double maxNorm) => ReadNorm(Named(module), maxNorm);

    /// <summary>Scales the gradients of a module like <see cref="ClipGradientNorm(nn.Module, double)"/>, without waiting for a GPU. The norm stays on the GPU until it is read.</summary>
    /// <param name="module">The module whose gradients are clipped in place. Parameters that have no gradient or have been disposed are skipped.</param>
    /// <param name="maxNorm">The largest norm allowed, finite and positive.</param>
    /// <param name="norm">The norm before the clipping, or 0 if there is no gradient.</param>
    /// <exception cref="ArgumentNullException">The module is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite and positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU contains NaN or infinity. No gradient has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse, or is not real floating point.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
    public static void ClipGradientNorm(this nn.Module module, double maxNorm, out ClippedNorm norm) => norm = ClipNorm(Named(module), maxNorm);

    /// <summary>Scales the gradients of an optimiser's parameters so that their norm over all parameters is at most <c>maxNorm</c>: <c>g = g * min(1, maxNorm / ||g||_2)</c>.</summary>
    /// <remarks>Source: Pascanu, Mikolov and Bengio 2013 (arXiv 1211.5063).</remarks>
    /// <param name="optimizer">The optimiser. Because it has no names of parameters, an exception states the index, from 0, and the shape of a parameter.</param>
    /// <param name="maxNorm">The largest norm allowed, finite and positive.</param>
    /// <returns>The norm before the clipping, or 0 if there is no gradient.</returns>
    /// <exception cref="ArgumentNullException">The optimiser is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite and positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient contains NaN or infinity. No gradient has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse, or is not real floating point.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
    public static double ClipGradientNorm(this optim.Optimizer optimizer, double maxNorm) => ReadNorm(Numbered(optimizer), maxNorm);

    /// <summary>Scales the gradients of an optimiser's parameters like <see cref="ClipGradientNorm(optim.Optimizer, double)"/>, without waiting for a GPU. The norm stays on the GPU until it is read.</summary>
    /// <param name="optimizer">The optimiser. Because it has no names of parameters, an exception states the index, from 0, and the shape of a parameter.</param>
    /// <param name="maxNorm">The largest norm allowed, finite and positive.</param>
    /// <param name="norm">The norm before the clipping, or 0 if there is no gradient.</param>
    /// <exception cref="ArgumentNullException">The optimiser is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite and positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU contains NaN or infinity. No gradient has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse, or is not real floating point.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
    public static void ClipGradientNorm(this optim.Optimizer optimizer, double maxNorm, out ClippedNorm norm) => norm = ClipNorm(Numbered(optimizer), maxNorm);

    /// <summary>Clips each element of the gradients of a module: <c>g = min(max(g, -limit), limit)</c>.</summary>
    /// <param name="module">The module whose gradients are clipped in place. Parameters that have no gradient or have been disposed are skipped.</param>
    /// <param name="limit">The largest absolute value allowed, finite and positive.</param>
    /// <exception cref="ArgumentNullException">The module is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite and positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU contains NaN or infinity. No gradient has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse, or is not real floating point.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
    public static void ClipGradientValue(this nn.Module module, double limit) => ClipValue(Named(module), limit);

    /// <summary>Clips each element of the gradients of an optimiser's parameters: <c>g = min(max(g, -limit), limit)</c>.</summary>
    /// <param name="optimizer">The optimiser. Because it has no names of parameters, an exception states the index, from 0, and the shape of a parameter.</param>
    /// <param name="limit">The largest absolute value allowed, finite and positive.</param>
    /// <exception cref="ArgumentNullException">The optimiser is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite and positive.</exception>
    /// <exception cref="NonFiniteGradientException">A gradient on the CPU contains NaN or infinity. No gradient has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse, or is not real floating point.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
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
