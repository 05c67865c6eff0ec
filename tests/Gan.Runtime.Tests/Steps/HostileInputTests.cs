using Gan.Dsl;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>Whatever comes in, the process lives: at worst a managed exception comes out.</summary>
public class HostileInputTests
{
    [Fact]
    public void No_input_ends_the_process()
    {
        var child = ChildProcess.Run(FeedEverything);
        Assert.True(child.ExitCode == 0, $"The process ended with {child.ExitCode} at {child.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]}: {child.Errors}");
        Assert.EndsWith("done", child.Output.TrimEnd());
    }

    internal static readonly Dictionary<string, Func<Tensor?>> Tensors = new()
    {
        ["plain"] = () => randn(3, 2),
        ["wide"] = () => randn(3, 5),
        ["other batch"] = () => randn(4, 2),
        ["pixels"] = () => randn(3, 2, 2, 2),
        ["scalar"] = () => randn([]),
        ["vector"] = () => randn(3),
        ["empty"] = () => zeros(0, 2),
        ["null"] = () => null,
        ["disposed"] = Disposed,
        ["integers"] = () => ones(3, 2, dtype: ScalarType.Int64),
        ["booleans"] = () => ones(3, 2, dtype: ScalarType.Bool),
        ["complex"] = () => ones(3, 2, dtype: ScalarType.ComplexFloat32),
        ["double"] = () => randn(3, 2, dtype: ScalarType.Float64),
        ["half"] = () => randn(3, 2).to(ScalarType.Float16),
        ["bfloat16"] = () => randn(3, 2).to(ScalarType.BFloat16),
        ["NaN"] = () => full([3, 2], float.NaN),
        ["infinite"] = () => full([3, 2], float.NegativeInfinity),
        ["huge"] = () => full([3, 2], float.MaxValue),
        ["sparse"] = () => eye(3, 2).to_sparse(),
        ["nowhere"] = () => ones(3, 2, device: META),
        ["with a graph"] = () => randn(3, 2).requires_grad_(true).mul(2),
        ["transposed"] = () => randn(2, 3).t(),
        ["expanded"] = () => randn(1, 2).expand(3, 2),
        ["inference"] = Inference,
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Discriminators = new()
    {
        ["linear"] = (x, w) => x.mul(w).sum(-1),
        ["matrix"] = (x, w) => x.mm(w.unsqueeze(-1)),
        ["detached"] = (x, w) => x.detach().mul(w),
        ["itself"] = (x, _) => x,
        ["in place"] = (x, w) => x.mul_(2).mul(w),
        ["square root"] = (x, w) => x.mul(w).sqrt(),
        ["throwing"] = (_, _) => throw new NotSupportedException(),
    };

    private static void FeedEverything()
    {
        DiscriminatorPenalty[] penalties = [new R1Penalty(), new R2Penalty(), new GradientPenalty { Norm = GradientNorm.PerPixel }, new DraganPenalty { Noise = DraganNoise.Gaussian }];
        var objective = new LogisticObjective { Penalties = [new R1Penalty(), new GradientPenalty(), new DraganPenalty()] };
        foreach (var (discriminatorName, formula) in Discriminators)
        {
            foreach (var (realName, fakeName) in Tensors.Keys.SelectMany(name => new[] { (name, name), ("plain", name), (name, "plain") }).Distinct())
            {
                Console.WriteLine($"{discriminatorName}, {realName}, {fakeName}");
                using var scope = NewDisposeScope();
                using var discriminator = new FunctionNet(ones(2), formula);
                var (real, fake) = (Tensors[realName], Tensors[fakeName]);
                foreach (var penalty in penalties)
                    Try(() => penalty.Evaluate(discriminator, real(), fake()).backward());
                Try(() => GanStep.Discriminator(objective, discriminator, real()!, fake()!, 0).Total.backward());
                Try(() => GanStep.Generator(objective, discriminator, fake()!).Total.backward());
                Try(() => objective.DiscriminatorLoss(real()!, fake()!).backward());
            }
        }

        Console.WriteLine("done");
    }

    internal static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Any managed exception will do: what counts is that it could be caught.
        }
    }

    private static Tensor Disposed()
    {
        var tensor = zeros(3, 2);
        tensor.Dispose();
        return tensor;
    }

    private static Tensor Inference()
    {
        using var mode = inference_mode(true);
        return ones(3, 2);
    }
}
