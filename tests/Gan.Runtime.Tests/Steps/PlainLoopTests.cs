using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>200 steps of a small GAN with R1, by the library and by the loop one would write: one seed, one result.</summary>
public sealed class PlainLoopTests
{
    private const int Steps = 200;
    private const int Batch = 32;
    private const double Rate = 1e-3;

    [Theory]
    [InlineData(ScalarType.Float32, 1e-5)]
    [InlineData(ScalarType.Float64, 1e-10)]
    public void TheStepsAreThoseOfThePlainLoop(ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        var start = new Players(type);
        var (direct, plain) = (start.Copy(), start.Copy());
        TrainDirectly(direct, type);
        TrainPlainly(plain, type);

        foreach (var ((name, expected), (_, actual)) in plain.Parameters().Zip(direct.Parameters()))
        {
            var relative = actual.sub(expected).norm().ToDouble() / expected.norm().ToDouble();
            Assert.True(relative <= tolerance, $"{name}: {relative:E2} apart");
        }

        // They have learned something, and not by staying where they were.
        Assert.All(start.Parameters().Zip(plain.Parameters()), static pair => Assert.True(pair.First.Tensor.sub(pair.Second.Tensor).norm().ToDouble() > 1e-3 * pair.First.Tensor.norm().ToDouble()));
    }

    private static void TrainDirectly(Players players, ScalarType type)
    {
        using var optimizerD = new FusedAdam(players.Discriminator.parameters(), Rate, beta1: 0.5);
        using var optimizerG = new FusedAdam(players.Generator.parameters(), Rate, beta1: 0.5);
        using var gradients = new LogitGradients();
        foreach (var (step, real, latents) in Data(type))
        {
            using var scope = NewDisposeScope();
            var fake = players.Generator.call(latents);
            optimizerD.zero_grad();
            using (var terms = Objectives.LogisticR1.DiscriminatorTerms(players.Discriminator, real, fake, step, gradients))
                terms.Backward();
            optimizerD.step();
            optimizerG.zero_grad();
            using (var terms = Objectives.LogisticR1.GeneratorTerms(players.Discriminator, null, fake, gradients))
                terms.Backward();
            optimizerG.step();
        }
    }

    private static void TrainPlainly(Players players, ScalarType type)
    {
        using var optimizerD = optim.Adam(players.Discriminator.parameters(), Rate, beta1: 0.5);
        using var optimizerG = optim.Adam(players.Generator.parameters(), Rate, beta1: 0.5);
        foreach (var (_, real, latents) in Data(type))
        {
            using var scope = NewDisposeScope();
            var fake = players.Generator.call(latents);
            optimizerD.zero_grad();
            nn.functional.softplus(players.Discriminator.call(real).neg(), 1, 40).mean().backward();
            nn.functional.softplus(players.Discriminator.call(fake.detach()), 1, 40).mean().backward();
            var samples = real.detach().requires_grad_(true);
            var slope = autograd.grad([players.Discriminator.call(samples).sum()], [samples], create_graph: true, retain_graph: true)[0];
            slope.square().sum().mul(5.0 / Batch).backward();
            optimizerD.step();
            optimizerG.zero_grad();
            nn.functional.softplus(players.Discriminator.call(fake).neg(), 1, 40).mean().backward();
            optimizerG.step();
        }
    }

    private static IEnumerable<(int Step, Tensor Real, Tensor Latents)> Data(ScalarType type)
    {
        using var generator = new Generator(17);
        for (var step = 0; step < Steps; step++)
        {
            using var real = randn([Batch, 2], dtype: type, generator: generator).mul_(0.5).add_(1);
            using var latents = randn([Batch, 4], dtype: type, generator: generator);
            yield return (step, real, latents);
        }
    }

    private sealed class Players
    {
        public Players(ScalarType type)
        {
            manual_seed(5);
            Generator = nn.Sequential(nn.Linear(4, 16, dtype: type), nn.LeakyReLU(0.2), nn.Linear(16, 2, dtype: type));
            Discriminator = nn.Sequential(nn.Linear(2, 16, dtype: type), nn.Tanh(), nn.Linear(16, 16, dtype: type), nn.Tanh(), nn.Linear(16, 1, dtype: type));
        }

        public Sequential Generator { get; }

        public Sequential Discriminator { get; }

        public IEnumerable<(string Name, Tensor Tensor)> Parameters() =>
            Generator.named_parameters().Select(static p => ("G." + p.name, (Tensor)p.parameter)).Concat(Discriminator.named_parameters().Select(static p => ("D." + p.name, (Tensor)p.parameter)));

        /// <summary>Others with the same weights, which the seed gives.</summary>
        public Players Copy() => new(Parameters().First().Tensor.dtype);
    }
}
