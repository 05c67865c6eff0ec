using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A penalty where the discriminator's gradient vanishes: a linear and a smooth one, both scaled to zero.</summary>
internal static class ZeroGradientCheck
{
    private static readonly long[] Shape = [3, 6, 1, 1];

    public static void Run(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty)
    {
        var failures = new Failures();
        foreach (var type in FloatFormat.Full.Select(format => format.Type))
        {
            using var linear = new LinearNet(6, norm: 0, type);
            Check(penalty, linear, type, failures);
            using var smooth = new SmoothNet(6, scale: 0, type);
            Check(penalty, smooth, type, failures);
        }

        failures.ThrowIfAny();
    }

    private static void Check(
        Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty,
        nn.Module<Tensor, Tensor> discriminator,
        ScalarType type,
        Failures failures)
    {
        using var scope = NewDisposeScope();
        var where = $"of a {discriminator.GetName()} without gradient in {type}";
        var term = penalty(discriminator, CheckSamples.Real(Shape, type), CheckSamples.Fake(Shape, type));
        var value = Scalars.Read(term, type, $"penalty {where}");
        if (!double.IsFinite(value))
            failures.Add($"penalty {where}: expected a finite number, actual {value:R}.");
        if (term.requires_grad)
            term.backward();
        foreach (var (name, parameter) in discriminator.named_parameters())
        {
            if (parameter.grad is { } gradient && Scalars.Numbers(gradient).Any(number => !double.IsFinite(number)))
                failures.Add($"derivative of the penalty in {name} {where}: expected finite numbers, actual {string.Join(", ", Scalars.Numbers(gradient))}.");
        }
    }
}
