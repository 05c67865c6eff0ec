using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda.Driver;

/// <summary>All of a term's pass on a device: what it makes of logits, weights and masks, the driver's calls, the kernels. The device is the processor.</summary>
public sealed class LaunchTests(StandInDevice standIn) : IClassFixture<StandInDevice>
{
    public static TheoryData<string, nn.Reduction> Terms
    {
        get
        {
            var data = new TheoryData<string, nn.Reduction>();
            foreach (var term in new[] { "separate", "both", "pair", "average" })
            {
                foreach (var kind in Enum.GetValues<nn.Reduction>())
                    data.Add(term, kind);
            }

            return data;
        }
    }

    [CppTheory]
    [MemberData(nameof(Terms))]
    public void ATermIsThatOfTensorOperations(string name, nn.Reduction kind)
    {
        foreach (var (hasWeights, hasMask) in new[] { (false, false), (true, true) })
        {
            using var scope = NewDisposeScope();
            manual_seed(11);
            var (real, fake) = (randn([5, 7]), randn([5, 7]));
            LossReduction Reduction() => new(kind) { Weights = hasWeights ? rand(5, 1) : null, Mask = hasMask ? rand(5, 7).gt(0.3) : null };
            var ofReal = Reduction();
            var ofFake = name == "pair" ? ofReal : Reduction();
            var term = Term(name, LossSide.Of(real, nameof(real), ofReal), LossSide.Of(fake, nameof(fake), ofFake));
            var gradients = term.Sides.Select(static side => (Tensor?)full_like(side.Logits, double.NaN)).ToArray();
            var before = standIn.Launches;

            var loss = CudaPass.Run(term, gradients, standIn.Device);

            Assert.Equal(name == "average" ? 3 : 1, standIn.Launches - before);
            AssertClose(term.Compose(), loss);
            var expected = term.Differentiate(ones_like(loss));
            Assert.All(expected.Zip(gradients), static pair => AssertClose(pair.First, pair.Second!));
        }
    }

    [CppFact]
    public void AnErrorHasTheKernelsName()
    {
        var wrong = new CudaLaunch(new CudaKernel("empty_launch", "struct Arguments { long a; }; extern \"C\" void empty_launch(Arguments a) { }"), Blocks: 0, [0]);
        Assert.Equal("The CUDA kernel empty_launch cannot be launched: CUDA_ERROR_OF_TESTS (700).", Assert.Throws<CudaException>(() => standIn.Device.Run(_ => [wrong])).Message);
    }

    [CppFact]
    public void AnImageThatDoesNotLoadHasTheKernelsName()
    {
        var device = standIn.Broken("broken");
        var launch = new CudaLaunch(new CudaKernel("broken", ""), 1, [0]);
        Assert.Contains("The CUDA kernel broken does not load", Assert.Throws<CudaException>(() => device.Run(_ => [launch])).Message);
    }

    [CppFact]
    public void ADeviceThatIsNotThereIsNamed() =>
        Assert.Contains("There is no CUDA device 2: CUDA_ERROR_OF_TESTS (101).", Assert.Throws<CudaException>(() => standIn.Driver.Architecture(2)).Message);

    private static LossTerm Term(string name, LossSide real, LossSide fake)
    {
        var (smooth, sharp) = (LogitLoss.Of(new SmoothFormula()), LogitLoss.Of(new SquareFormula()));
        return name switch
        {
            "separate" => new SeparateTerm(smooth, fake, 0.5),
            "both" => new SeparateSumTerm(smooth, sharp, [real, fake]),
            "pair" => new PairTerm(smooth, [real, fake], 0.5),
            _ => new AverageTerm(smooth, sharp, [real, fake], 0.5),
        };
    }

    private static void AssertClose(Tensor expected, Tensor actual) =>
        Assert.True(actual.sub(expected).abs().max().item<float>() <= 1e-6 * Math.Max(1, expected.abs().max().item<float>()));

    /// <summary>softplus(t).</summary>
    private readonly struct SmoothFormula : ILossFormula
    {
        public static bool HasLogarithm => true;

        public double LogarithmWeight => 1;

        public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
            where T : struct, ILanes<T>
        {
            unit = T.ExpOfNegative(-T.Abs(t));
            loss = T.Relu(t);
            slope = T.IfLess(T.All(0), t, T.All(1), unit) / (T.All(1) + unit);
        }

        public Tensor Loss(Tensor logit) => logit.softplus(1, 40);

        public Tensor Slope(Tensor logit) => logit.sigmoid();
    }

    /// <summary>(t - 0.25)².</summary>
    private readonly struct SquareFormula : ILossFormula
    {
        public static bool HasLogarithm => false;

        public double LogarithmWeight => 0;

        public void Evaluate<T>(T t, out T loss, out T unit, out T slope)
            where T : struct, ILanes<T>
        {
            var x = t - T.All(0.25);
            (loss, unit, slope) = (x * x, T.All(0), T.All(2) * x);
        }

        public Tensor Loss(Tensor logit) => logit.sub(0.25).square();

        public Tensor Slope(Tensor logit) => logit.sub(0.25).mul(2);
    }
}
