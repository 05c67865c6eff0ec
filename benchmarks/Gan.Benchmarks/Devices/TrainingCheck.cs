using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>A few steps of training on a device, against the same on the CPU in float64.</summary>
/// <param name="findings">Takes what is found.</param>
internal sealed class TrainingCheck(Findings findings)
{
    private const int Steps = 3;

    public void Run()
    {
        foreach (var objective in Objectives.All)
        {
            foreach (var type in new[] { float64, float32 })
            {
                findings.Try($"steps of {objective.Info.Name} {type}", () =>
                {
                    var expected = Train(objective, CPU, type);
                    var actual = Train(objective, BenchmarkDevice.Current, type);
                    // Interpolates, noise and directions are drawn by each device in its own way.
                    var isDrawn = objective.Penalties.Any(static penalty => penalty is GradientPenalty or DraganPenalty) || objective.GeneratorPenalties.Count > 0;
                    foreach (var (name, value) in expected)
                    {
                        findings.Require($"steps of {objective.Info.Name} {type}: {name} is not finite", actual[name].isfinite().all().item<bool>());
                        if (!isDrawn)
                            findings.Compare($"{type} steps", $"{objective.Info.Name} {name}", value.to(float64), actual[name], type == float64 ? 1e-9 : 2e-3);
                    }
                });
            }
        }
    }

    private static Dictionary<string, Tensor> Train(IGanObjective declared, Device device, ScalarType type)
    {
        var objective = (IGanObjective)Activator.CreateInstance(declared.GetType())!;
        manual_seed(3);
        using var generator = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 8), nn.Unflatten(1, [2, 4]));
        using var discriminator = nn.Sequential(nn.Flatten(), SpectralNorm.Of(nn.Linear(8, 6)), nn.Tanh(), nn.Linear(6, 1));
        // Drawn on the CPU in float32 for all.
        var (real, latents) = (randn(Steps, 5, 2, 4), randn(Steps, 5, 4));
        var start = real.to(type);
        generator.to(type).to(device);
        discriminator.to(type).to(device);
        using var optimizerD = new FusedAdam(discriminator.parameters(), lr: 1e-3);
        using var optimizerG = new FusedAdamW(generator.parameters(), lr: 1e-3);
        using var average = new ExponentialMovingAverage(generator, AverageDecay.Constant(0.9, rampUp: 10));
        average.to(device);
        using var gradients = new LogitGradients();
        for (var step = 0; step < Steps; step++)
        {
            var z = latents[step].to(type).to(device).requires_grad_(true);
            var fake = generator.call(z);
            optimizerD.zero_grad();
            using var d = objective.DiscriminatorTerms(discriminator, start[step].to(device), fake, step, gradients);
            d.Backward();
            discriminator.ClipGradientNorm(0.5);
            optimizerD.step();
            objective.ClipWeights(discriminator);
            optimizerG.zero_grad();
            using var g = objective.GeneratorTerms(discriminator, start[step].to(device), fake, z, step);
            g.Backward();
            generator.ClipGradientValue(0.1);
            optimizerG.step();
            average.Update(generator, 5);
        }

        // State that was saved on the device loads on the CPU.
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
            average.save(writer);
        memory.Position = 0;
        using var copy = new ExponentialMovingAverage(generator.cpu(), AverageDecay.Constant(0.9, rampUp: 10));
        using (var reader = new BinaryReader(memory))
            copy.load(reader);
        var result = new Dictionary<string, Tensor> { ["updates"] = tensor((double)copy.Updates) };
        foreach (var (name, value) in discriminator.cpu().named_parameters().Select(static p => ($"D {p.name}", (Tensor)p.parameter)).Concat(copy.named_buffers().Select(static b => ($"average {b.name}", b.buffer))))
            result[name] = value.detach().to(float64).clone();
        foreach (var (name, value) in objective.State)
            result[name] = tensor(value, float64);
        return result;
    }
}
