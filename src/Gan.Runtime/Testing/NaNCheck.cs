using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>NaN in, NaN out: alone, and at the start, in the middle and at the end of short and long batches.</summary>
internal static class NaNCheck
{
    private static readonly int[] Lengths = [1, 3, 70];

    public static void Run(Func<Tensor, Tensor> loss)
    {
        var failures = new Failures();
        foreach (var type in FloatFormat.Full.Select(format => format.Type))
        {
            foreach (var length in Lengths)
            {
                foreach (var position in new[] { 0, length / 2, length - 1 }.Distinct())
                    Check(loss, type, length, position, failures);
            }
        }

        failures.ThrowIfAny();
    }

    private static void Check(Func<Tensor, Tensor> loss, ScalarType type, int length, int position, Failures failures)
    {
        using var scope = NewDisposeScope();
        var numbers = new double[length];
        numbers[position] = double.NaN;
        var what = $"loss of {length} {type} logits with NaN at {position}";
        var value = Scalars.Read(loss(tensor(numbers, type)), type, what);
        if (!double.IsNaN(value))
            failures.Add($"{what}: expected NaN, actual {value:R}.");
    }
}
