using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A penalty's gradient in the discriminator's parameters against central differences.</summary>
internal static class SecondOrderCheck
{
    private const double Step = 1e-5;
    private const double RelativeError = 1e-6;
    private const long Seed = 20180413;

    private static readonly long[] UsualShape = [3, 2, 2, 2];

    public static void Run(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, long[]? shape = null)
    {
        shape ??= UsualShape;
        // A one-sided penalty is flat below its target: steeper nets are tried until it is met.
        foreach (var scale in new[] { 2.0, 20, 200, 2000 })
        {
            using var scope = NewDisposeScope();
            using var discriminator = new SmoothNet((int)shape.Skip(1).Aggregate((product, size) => product * size), scale, ScalarType.Float64);
            var real = CheckSamples.Real(shape, ScalarType.Float64);
            var fake = CheckSamples.Fake(shape, ScalarType.Float64);
            if (Compare(discriminator, () => Draw(penalty, discriminator, real, fake)))
                return;
        }

        throw new ObjectiveCheckException("The penalty's gradient in the discriminator's parameters: expected one that is not zero, actual 0 at every scale.");
    }

    private static Tensor Draw(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake)
    {
        random.manual_seed(Seed);
        return penalty(discriminator, real, fake);
    }

    /// <returns>False where the term is flat, which tells nothing.</returns>
    private static bool Compare(nn.Module discriminator, Func<Tensor> term)
    {
        var value = term();
        Scalars.Read(value, ScalarType.Float64, "penalty of float64 samples");
        if (value.requires_grad)
            value.backward();
        var parameters = discriminator.named_parameters().ToArray();
        var exact = parameters.SelectMany(entry => Gradient(entry.parameter)).ToArray();
        var differences = parameters.SelectMany(entry => Differences(entry.parameter, term)).ToArray();
        var largest = differences.Max(Math.Abs);

        var failures = new Failures();
        var names = parameters.SelectMany(entry => Enumerable.Range(0, (int)entry.parameter.numel()).Select(i => $"{entry.name}[{i}]"));
        foreach (var (name, actual, expected) in names.Zip(exact, differences))
            failures.Expect(FloatFormat.Float64, $"derivative of the penalty in {name}", actual, expected, RelativeError * largest);
        failures.ThrowIfAny();
        return largest > 0;
    }

    private static double[] Gradient(Tensor parameter)
    {
        using var gradient = parameter.grad;
        return gradient is null ? new double[parameter.numel()] : Scalars.Numbers(gradient);
    }

    private static IEnumerable<double> Differences(Tensor parameter, Func<Tensor> term)
    {
        for (var i = 0; i < parameter.numel(); i++)
            yield return (Shifted(parameter, i, Step, term) - Shifted(parameter, i, -Step, term)) / (2 * Step);
    }

    private static double Shifted(Tensor parameter, int index, double shift, Func<Tensor> term)
    {
        using var scope = NewDisposeScope();
        using var original = parameter.detach().clone();
        Write(() => parameter.view(-1).narrow(0, index, 1).add_(shift));
        var value = HostRead.Number(term());
        Write(() => parameter.copy_(original));
        return value;
    }

    private static void Write(Func<Tensor> change)
    {
        using var withoutGraph = no_grad();
        change();
    }
}
