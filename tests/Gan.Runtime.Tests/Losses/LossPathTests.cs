using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>The kernel and the composed form of every objective: one loss, one gradient, one second derivative.</summary>
public sealed class LossPathTests
{
    public static TheoryData<string, ScalarType> Cases()
    {
        var cases = new TheoryData<string, ScalarType>();
        foreach (var objective in Objectives.All)
        {
            cases.Add(objective.Info.Name, ScalarType.Float32);
            cases.Add(objective.Info.Name, ScalarType.Float64);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void BothPathsAgreeToTheSecondDerivative(string name, ScalarType type)
    {
        foreach (var count in new[] { 1, 3, 70, 257 })
        {
            foreach (var reduction in Reductions(count, type))
            {
                using var scope = NewDisposeScope();
                using var generator = new Generator((ulong)count);
                var real = randn([count, 1], dtype: type, generator: generator);
                var fake = randn([count, 1], dtype: type, generator: generator);
                var objective = Objectives.Find(name)!;
                Assert.True(IsOn(objective, LossPath.Automatic), "the objective's own setting");
                AssertSame(type, $"{name}, D, {count} logits", Derivatives(logits => Forced(objective, LossPath.Kernel).DiscriminatorLoss(logits[0], logits[1], reduction), real, fake), Derivatives(logits => Forced(objective, LossPath.Composed).DiscriminatorLoss(logits[0], logits[1], reduction), real, fake));
                AssertSame(type, $"{name}, G, {count} logits", Derivatives(logits => Forced(objective, LossPath.Kernel).GeneratorLoss(logits[0], logits[1], reduction), real, fake), Derivatives(logits => Forced(objective, LossPath.Composed).GeneratorLoss(logits[0], logits[1], reduction), real, fake));
            }
        }
    }

    private static IEnumerable<LossReduction> Reductions(int count, ScalarType type)
    {
        yield return LossReduction.Mean;
        yield return LossReduction.Sum;
        yield return LossReduction.None;
        var weights = arange(count, dtype: type).remainder(3).add(0.5);
        var mask = arange(count).remainder(4).ne(1);
        yield return new(nn.Reduction.Mean) { Weights = weights };
        yield return new(nn.Reduction.Sum) { Mask = mask.view(-1, 1) };
        yield return new(nn.Reduction.Mean) { Weights = weights.view(-1, 1), Mask = mask };
        yield return new(nn.Reduction.None) { Weights = weights, Mask = mask };
    }

    private static bool IsOn(IGanObjective objective, LossPath path) => objective.LossPath == path;

    /// <summary>The same objective on one path.</summary>
    private static IGanObjective Forced(IGanObjective objective, LossPath path)
    {
        var forced = (IGanObjective)Activator.CreateInstance(objective.GetType())!;
        objective.GetType().GetProperty(nameof(LossPath))!.SetValue(forced, path);
        return forced;
    }

    /// <summary>The loss, its gradient, and the gradient of a function of the gradient.</summary>
    private static Tensor[] Derivatives(Func<Tensor[], Tensor> loss, params Tensor[] at)
    {
        var logits = at.Select(tensor => tensor.detach().clone().requires_grad_(true)).ToArray();
        var value = loss(logits);
        var weights = arange(value.numel(), dtype: value.dtype).add(1).view(value.shape);
        autograd.backward([value.mul(weights).sum()], create_graph: true, retain_graph: true, inputs: logits);
        var gradients = logits.Select(static logit => logit.grad ?? zeros_like(logit)).ToArray();
        foreach (var logit in logits)
            logit.grad = null;
        var function = gradients.Select(static gradient => gradient.square().sum()).Aggregate(static (x, y) => x.add(y));
        if (function.requires_grad)
            function.backward();
        return [value, .. gradients, .. logits.Select(static logit => logit.grad ?? zeros_like(logit))];
    }

    private static void AssertSame(ScalarType type, string what, Tensor[] kernel, Tensor[] composed)
    {
        var tolerance = type == ScalarType.Float32 ? 4e-6 : 1e-14;
        for (var i = 0; i < kernel.Length; i++)
        {
            Assert.Equal(composed[i].dtype, kernel[i].dtype);
            Assert.Equal(composed[i].shape, kernel[i].shape);
            var scale = 1 + composed[i].abs().max().ToDouble();
            var distance = kernel[i].sub(composed[i]).abs().max().ToDouble();
            Assert.True(distance <= tolerance * scale, $"{what}, number {i}: {distance} apart, of {scale}");
        }
    }
}
