using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The loss of batches in passes over memory: the statistics in their order, the losses with their gradient, and the gradient through the statistics in reverse.</summary>
/// <remarks>What is made on the way lives in the current dispose scope.</remarks>
internal sealed class BatchPass
{
    private readonly BatchLoss loss;
    private readonly LossSide[] sides;
    private readonly double weight;
    private readonly LossMemory[] memories;
    private readonly long[] counts;
    private readonly StatisticNumbers[] numbers;
    private readonly StatisticValue[] values;
    private readonly LossMemory[] elements;

    public BatchPass(BatchLoss loss, LossSide[] sides, double weight)
    {
        (this.loss, this.sides, this.weight) = (loss, sides, weight);
        (memories, counts) = (Array.ConvertAll(sides, static side => side.Memory), new long[sides.Length]);
        var count = loss.Statistics.Count;
        // Of a side without statistics a mask may leave none.
        foreach (var index in Enumerable.Range(0, count).Select(k => loss.IndexOf(k, sides.Length)).Distinct())
            counts[index] = sides[index].Reduction.CountOf(sides[index].Logits);
        (numbers, values, elements) = (new StatisticNumbers[count], new StatisticValue[count], new LossMemory[count]);
        for (var k = 0; k < count; k++)
        {
            Evaluate(k);
            values[k] = new(numbers[k].Value);
        }
    }

    /// <summary>The reduced loss.</summary>
    /// <param name="gradients">For each side a tensor for its gradient, or null.</param>
    /// <param name="losses">For single losses; null where they are reduced.</param>
    public double Run(ReadOnlySpan<Tensor?> gradients, Tensor? losses)
    {
        var total = 0.0;
        var adjoints = new double[values.Length];
        // Of real logits that only statistics read there are no losses.
        if (loss.Real is null && sides.Length > 1)
        {
            gradients[0]?.zero_();
            losses?.zero_();
        }

        foreach (var (formula, index) in loss.FormulasOf(sides.Length))
        {
            var (side, factor) = (sides[index], weight * sides[index].Factor);
            var kept = losses is null || index == 0 ? losses : empty_like(losses);
            var memory = memories[index];
            total += factor * formula.At(values).OfLogits(
                memory with { Gradient = DeviceMemory.AddressOf(gradients[index]), GradientFactor = factor, Losses = DeviceMemory.AddressOf(kept), LossFactor = weight }, side.Logits.dtype).Loss;
            if (!ReferenceEquals(kept, losses))
                losses!.add_(kept!);
            foreach (var (j, slope) in formula.SlopesAt(values))
                adjoints[j] += factor * slope.OfLogits(memory, side.Logits.dtype).Loss;
        }

        for (var k = values.Length - 1; k >= 0; k--)
        {
            if (adjoints[k] != 0)
                Spread(k, adjoints, gradients[loss.IndexOf(k, sides.Length)]);
        }

        return total;
    }

    /// <summary>The statistic k; of a sum the elements need not be kept.</summary>
    private void Evaluate(int k)
    {
        var (statistic, index) = (loss.Statistics[k], loss.IndexOf(k, sides.Length));
        var (memory, logits) = (memories[index] with { Weights = 0 }, sides[index].Logits);
        if (statistic.Kind is StatisticKind.Mean or StatisticKind.Sum)
        {
            var sum = statistic.Element.At(values).OfLogits(memory, logits.dtype).Loss;
            numbers[k] = new(statistic.Kind == StatisticKind.Mean ? sum / counts[index] : sum);
            return;
        }

        elements[k] = memory;
        if (!statistic.Element.IsLogit)
        {
            var kept = DeviceMemory.AddressOf(empty_like(logits));
            statistic.Element.At(values).OfLogits(memory with { Losses = kept, LossFactor = 1 }, logits.dtype);
            elements[k] = memory with { Logits = kept };
        }

        numbers[k] = StatisticPass.Of(statistic.Kind, elements[k], counts[index], logits.dtype);
    }

    /// <summary>Adds what reaches the logits and earlier statistics through the statistic k.</summary>
    private void Spread(int k, double[] adjoints, Tensor? gradient)
    {
        var (statistic, index) = (loss.Statistics[k], loss.IndexOf(k, sides.Length));
        var (logits, memory) = (sides[index].Logits, memories[index] with { Weights = 0 });
        var factor = statistic.Kind == StatisticKind.Mean ? adjoints[k] / counts[index] : adjoints[k];
        if (statistic.Kind is StatisticKind.Mean or StatisticKind.Sum && statistic.Element.IsLogit)
        {
            AddNumber(gradient, sides[index], factor);
            return;
        }

        if (statistic.Kind is not (StatisticKind.Mean or StatisticKind.Sum))
        {
            var shares = zeros_like(logits);
            StatisticPass.Share(statistic.Kind, elements[k], counts[index], numbers[k], factor, logits.dtype, DeviceMemory.AddressOf(shares));
            if (statistic.Element.IsLogit)
            {
                gradient?.add_(shares);
                return;
            }

            (memory, factor) = (memory with { Weights = DeviceMemory.AddressOf(shares) }, 1);
        }

        if (gradient is not null)
        {
            var through = empty_like(logits);
            statistic.Element.At(values).OfLogits(memory with { Gradient = DeviceMemory.AddressOf(through), GradientFactor = factor }, logits.dtype);
            gradient.add_(through);
        }

        foreach (var (j, slope) in statistic.Element.SlopesAt(values))
            adjoints[j] += factor * slope.OfLogits(memory, logits.dtype).Loss;
    }

    private static void AddNumber(Tensor? gradient, LossSide side, double number)
    {
        if (side.Reduction.MaskOf(side.Logits) is { } mask)
            gradient?.add_(mask.to(gradient.dtype).mul(number));
        else
            gradient?.add_(number);
    }
}
