using Gan.Runtime.Devices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Devices;

/// <summary>A training step reads no number that nobody asks for. The reads are counted on the CPU, which is taken for a GPU meanwhile.</summary>
public sealed class NoWaitingTests
{
    private const int Batch = 4, Size = 3;

    public static TheoryData<string> Objectives => new(Runtime.Objectives.All.Select(static objective => objective.GetType().Name));

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Neither_player_waits(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var path in new[] { LossPath.Automatic, LossPath.Composed })
        {
            using var training = new Training(ObjectiveOf(name, path));
            // The counts in buffers that have just been made are read once.
            HostRead.CountOf(() => training.Step(0));
            Assert.Equal(0, HostRead.CountOf(() => training.Step(16)));
        }
    }

    [Theory]
    [InlineData(nameof(LogisticR1))]
    [InlineData(nameof(LeCamHinge))]
    [InlineData(nameof(RelativisticAverage))]
    public void A_number_that_is_asked_for_is_read_once(string name)
    {
        using var scope = NewDisposeScope();
        using var gradients = new LogitGradients();
        var objective = ObjectiveOf(name, LossPath.Composed);
        var (real, fake) = (randn(Batch, 1), randn(Batch, 1));
        Assert.Equal(0, HostRead.CountOf(() => objective.DiscriminatorGradients(real, fake, gradients)));
        var loss = double.NaN;
        Assert.Equal(1, HostRead.CountOf(() => loss = gradients.Loss + (0 * gradients.Loss)));
        Assert.Equal(objective.DiscriminatorLoss(real, fake).item<float>(), loss, 1e-6);
    }

    [Fact]
    public void A_loss_that_nobody_read_is_gone_with_its_memory()
    {
        using var scope = NewDisposeScope();
        var gradients = new LogitGradients();
        var objective = ObjectiveOf(nameof(LogisticR1), LossPath.Composed);
        HostRead.CountOf(() => objective.DiscriminatorGradients(randn(Batch), randn(Batch), gradients));
        gradients.Dispose();
        Assert.Contains("read it before", Assert.Throws<ObjectDisposedException>(() => gradients.Loss).Message);
    }

    /// <summary>Whether its vectors are those of a weight is looked at once.</summary>
    [Fact]
    public void Spectral_normalisation_in_evaluation_mode_reads_after_a_change_alone()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(Size, 5));
        var x = randn(2, Size);
        layer.eval();
        Assert.Equal(2, Reads());
        Assert.Equal(0, Reads());
        using var optimizer = new FusedAdam(layer.parameters());
        layer.call(x).sum().backward();
        optimizer.step();
        Assert.Equal(2, Reads());
        Assert.Equal(0, Reads());
        layer.load_state_dict(layer.state_dict().ToDictionary(static entry => entry.Key, static entry => entry.Value.clone()));
        Assert.Equal(2, Reads());
        layer.train();
        Assert.Equal(0, Reads());
        layer.eval();
        // A step of training has moved the vectors.
        Assert.Equal(2, Reads());
        layer.to(ScalarType.Float64);
        x = x.to(ScalarType.Float64);
        Assert.Equal(2, Reads());
        Assert.Equal(0, Reads());

        int Reads() => HostRead.CountOf(() => layer.call(x));
    }

    [Fact]
    public void Spectral_normalisation_lives_in_inference_mode()
    {
        using var inference = inference_mode();
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(Size, 5));
        layer.eval();
        var x = randn(2, Size);
        Assert.Equal(layer.call(x).sum().item<float>(), layer.call(x).sum().item<float>());
    }

    [Fact]
    public void Waiting_is_seen() => Assert.Equal(1, HostRead.CountOf(static () => HostRead.Number(ones([]))));

    private static IGanObjective ObjectiveOf(string name, LossPath path)
    {
        var type = typeof(LogisticR1).Assembly.GetType($"Gan.Runtime.{name}", throwOnError: true)!;
        var objective = (IGanObjective)Activator.CreateInstance(type)!;
        type.GetProperty(nameof(LogisticR1.LossPath))!.SetValue(objective, path);
        return objective;
    }

    /// <summary>Both players, with all that a training loop does at a step.</summary>
    private sealed class Training : IDisposable
    {
        private readonly IGanObjective objective;
        private readonly Linear generator = nn.Linear(Size, Size);
        private readonly Sequential discriminator = nn.Sequential(nn.Flatten(), SpectralNorm.Of(nn.Linear(Size, 5)), nn.Tanh(), nn.Linear(5, 1));
        private readonly FusedAdam optimizerD;
        private readonly FusedAdamW optimizerG;
        private readonly ExponentialMovingAverage average;
        private readonly LogitGradients gradients = new();

        public Training(IGanObjective objective)
        {
            this.objective = objective;
            (optimizerD, optimizerG) = (new(discriminator.parameters()), new(generator.parameters()));
            average = new(generator, AverageDecay.HalfLife(100, rampUp: 0.05));
        }

        public void Step(int step)
        {
            using var scope = NewDisposeScope();
            // Pixels, for norms of each.
            var (real, latents) = (randn(Batch, Size, 1), randn(Batch, Size).requires_grad_(true));
            var fake = generator.call(latents).unsqueeze(-1);

            optimizerD.zero_grad();
            using var d = objective.DiscriminatorTerms(discriminator, real, fake, step, gradients);
            d.Backward();
            discriminator.ClipGradientNorm(0.01, out _);
            optimizerD.step();
            objective.ClipWeights(discriminator);

            optimizerG.zero_grad();
            using var g = objective.GeneratorTerms(discriminator, real, fake, latents, step);
            g.Backward();
            optimizerG.ClipGradientValue(0.01);
            optimizerG.step();
            average.Update(generator, Batch);

            // The loss in autograd's graph, for loops of the caller's own.
            objective.DiscriminatorLoss(discriminator.call(real), discriminator.call(real)).backward();
        }

        public void Dispose()
        {
            foreach (var part in new IDisposable[] { generator, discriminator, optimizerD, optimizerG, average, gradients })
                part.Dispose();
        }
    }
}
