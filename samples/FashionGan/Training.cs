using Gan.Runtime;
using static TorchSharp.torch;

namespace FashionGan;

/// <summary>The two networks, their optimisers, and one step of the game between them.</summary>
internal sealed class Training : IDisposable
{
    private readonly IGanObjective objective;
    private readonly Tensor images;
    private readonly int batch;
    private readonly nn.Module<Tensor, Tensor> generator = Networks.Generator();
    private readonly nn.Module<Tensor, Tensor> discriminator = Networks.Discriminator();
    private readonly optim.Optimizer optimizerG;
    private readonly optim.Optimizer optimizerD;
    private readonly nn.Module<Tensor, Tensor> averaged = Networks.Generator();
    private readonly ExponentialMovingAverage average;

    public Training(IGanObjective objective, Tensor images, int batch)
    {
        (this.objective, this.images, this.batch) = (objective, images, batch);
        // A slow discriminator lets objectives without any penalty (hinge, least squares) learn as well as those with one.
        optimizerG = optim.Adam(generator.parameters(), lr: 4e-3, beta1: 0, beta2: 0.99);
        optimizerD = optim.Adam(discriminator.parameters(), lr: 5e-4, beta1: 0, beta2: 0.99);
        // One step's weights swing, their average draws better. A short memory at first soon forgets the random start.
        average = new ExponentialMovingAverage(generator, AverageDecay.Constant(0.99, rampUp: 10));
        averaged.eval();
    }

    public StepMetrics Step(int step)
    {
        using var scope = NewDisposeScope();
        var real = images.index_select(0, randint(images.shape[0], batch));
        // The path length is a gradient in the latents.
        var latents = Networks.Latents(batch).requires_grad_(objective.GeneratorPenalties.Count > 0);
        var fake = generator.call(latents);

        optimizerD.zero_grad();
        using var d = objective.DiscriminatorTerms(discriminator, real, fake, step);
        d.Total.backward();
        optimizerD.step();
        objective.ClipWeights(discriminator);

        optimizerG.zero_grad();
        using var g = objective.GeneratorTerms(discriminator, real, fake, latents, step);
        g.Total.backward();
        optimizerG.step();
        average.Update(generator);

        return StepMetrics.Of(step, d, g);
    }

    /// <summary>What the averaged generator makes of the latents.</summary>
    public Tensor Draw(Tensor latents)
    {
        using var withoutGraph = no_grad();
        average.CopyTo(averaged);
        return averaged.call(latents);
    }

    public void Dispose()
    {
        generator.Dispose();
        discriminator.Dispose();
        optimizerG.Dispose();
        optimizerD.Dispose();
        averaged.Dispose();
        average.Dispose();
    }
}
