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
    private readonly AverageGenerator average;

    public Training(IGanObjective objective, Tensor images, int batch)
    {
        (this.objective, this.images, this.batch) = (objective, images, batch);
        // A slow discriminator lets objectives without any penalty (hinge, least squares) learn as well as those with one.
        optimizerG = optim.Adam(generator.parameters(), lr: 4e-3, beta1: 0, beta2: 0.99);
        optimizerD = optim.Adam(discriminator.parameters(), lr: 5e-4, beta1: 0, beta2: 0.99);
        average = new AverageGenerator(generator);
    }

    public StepMetrics Step(int step)
    {
        using var scope = NewDisposeScope();
        var real = images.index_select(0, randint(images.shape[0], batch));
        var fake = generator.call(Networks.Latents(batch));

        optimizerD.zero_grad();
        using var d = objective.DiscriminatorTerms(discriminator, real, fake, step);
        d.Total.backward();
        optimizerD.step();
        objective.ClipWeights(discriminator);

        optimizerG.zero_grad();
        using var g = objective.GeneratorTerms(discriminator, real, fake);
        g.Total.backward();
        optimizerG.step();
        average.Follow(generator);

        return StepMetrics.Of(step, d, g);
    }

    /// <summary>What the averaged generator makes of the latents.</summary>
    public Tensor Draw(Tensor latents) => average.Draw(latents);

    public void Dispose()
    {
        generator.Dispose();
        discriminator.Dispose();
        optimizerG.Dispose();
        optimizerD.Dispose();
        average.Dispose();
    }
}
