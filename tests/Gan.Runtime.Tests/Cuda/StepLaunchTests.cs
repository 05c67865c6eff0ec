using Gan.Runtime.Devices;
using Gan.Runtime.Tests.Cuda.Driver;
using Gan.Runtime.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>Whole training steps with every kernel, on a device that is the processor: they read nothing, and train as the CPU does.</summary>
public sealed class StepLaunchTests(StandInDevice standIn) : IClassFixture<StandInDevice>
{
    private const int Batch = 6;

    [CppTheory]
    [InlineData("LogisticR1")]
    [InlineData("RelativisticPair")]
    [InlineData("RelativisticAverage")]
    [InlineData("LeCamHinge")]
    public void Training_is_that_of_the_cpu_and_nothing_is_waited_for(string name)
    {
        using var scope = NewDisposeScope();
        var objective = Objectives.All.Single(objective => objective.Info.Name == name);
        using var onDevice = new Training(objective);
        using var onCpu = new Training(objective);
        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(step == 0 ? onDevice.FirstReads : 0, HostRead.CountOf(() => Assert.NotEqual(0, standIn.CountOf(() => onDevice.Step(step)))));
            onCpu.Step(step);
        }

        foreach (var (expected, actual) in onCpu.Tensors.Zip(onDevice.Tensors))
        {
            foreach (var (e, a) in Numbers.Of(expected).Zip(Numbers.Of(actual)))
                Assert.Equal(e, a, 2e-5 * Math.Max(1, Math.Abs(e)));
        }
    }

    private sealed class Training : IDisposable
    {
        private readonly IGanObjective objective;
        private readonly Sequential discriminator, generator;
        private readonly FusedAdam optimizerD;
        private readonly FusedAdamW optimizerG;
        private readonly ExponentialMovingAverage average;
        private readonly Tensor real;

        public Training(IGanObjective declared)
        {
            objective = (IGanObjective)Activator.CreateInstance(declared.GetType())!;
            manual_seed(8);
            // No bias: where only differences of logits count its gradient is rounding alone, of which Adam makes a step.
            discriminator = nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 1, hasBias: false));
            generator = nn.Sequential(nn.Linear(3, 7), nn.Tanh(), nn.Linear(7, 5));
            (optimizerD, optimizerG) = (new(discriminator.parameters(), lr: 0.01, beta1: 0.5), new(generator.parameters(), lr: 0.01, beta1: 0.5));
            average = new(generator, AverageDecay.Constant(0.9));
            real = randn(Batch, 5);
        }

        /// <summary>The counts of images and updates, in buffers that have just been made.</summary>
        public int FirstReads => 2;

        public IEnumerable<Tensor> Tensors => discriminator.parameters().Concat<Tensor>(generator.parameters()).Concat(average.buffers());

        public void Dispose()
        {
            foreach (var part in new IDisposable[] { discriminator, generator, optimizerD, optimizerG, average, real })
                part.Dispose();
        }

        public void Step(int step)
        {
            using var scope = NewDisposeScope();
            manual_seed(100 + step);
            var latents = randn(Batch, 3);
            var fake = generator.call(latents);
            optimizerD.zero_grad();
            using (var d = objective.DiscriminatorTerms(discriminator, real, fake, step))
                d.Backward();
            discriminator.ClipGradientNorm(0.1, out _);
            optimizerD.step();
            optimizerG.zero_grad();
            using (var g = objective.GeneratorTerms(discriminator, real, fake, latents, step))
                g.Backward();
            generator.ClipGradientValue(0.05);
            optimizerG.step();
            average.Update(generator);
        }
    }
}
