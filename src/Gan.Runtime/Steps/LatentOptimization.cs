using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Moves latents towards higher logits before a step of the players: <c>z' = clamp(z + m * Rate * g / (Damping + ||g||^2), -Bound, Bound)</c> with the gradient <c>g = dD(G(z)) / dz</c>.</summary>
/// <remarks>
/// <para>The fraction is the natural gradient with a damped Fisher information. m is 1 for a share of the samples that is drawn at random, and 0 for the others.</para>
/// <para>The gradient keeps its graph to the parameters of both networks, so that the losses at z' differentiate through it, as in the paper. Give the result to the steps in place of the latents.
/// To penalise the length of the move, declare <c>[Distance("Latents", Squared = true)]</c> and give it the pair (z', z).</para>
/// <para>Source: Wu, Donahue, Balduzzi, Simonyan and Lillicrap 2019 (LOGAN, arXiv 1912.00953). StudioGAN has the same defaults: a rate of 0.9, a damping of 0.1, and a share of 0.8.</para>
/// </remarks>
public sealed class LatentOptimization
{
    /// <summary>Gets or sets the rate α, finite and positive. The default is 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Rate { get; init => field = Ranges.Positive(value); } = 0.9;

    /// <summary>Gets or sets the damping β, finite and positive. The default is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Damping { get; init => field = Ranges.Positive(value); } = 0.1;

    /// <summary>Gets or sets the share of the samples whose latents move, from 0 to 1. The default is 0.8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1.</exception>
    public double Share { get; init => field = Ranges.Share(value); } = 0.8;

    /// <summary>Gets or sets the largest absolute value of a latent, positive. The default is 1, for uniform latents. <see cref="double.PositiveInfinity"/> means no bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public double Bound
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Bound), value, $"{nameof(Bound)} must be positive. It can be infinite.");
    } = 1;

    /// <summary>Moves latents.</summary>
    /// <param name="generator">The generator G, which maps latents to samples.</param>
    /// <param name="discriminator">The discriminator D, which maps samples to logits.</param>
    /// <param name="latents">The latents z, floating point, with the batch in dimension 0. They do not change.</param>
    /// <returns>The latents z' of the same shape and dtype, with the graph of the gradient.</returns>
    /// <exception cref="ArgumentException">An argument is null, or the latents are disposed, empty, not floating point or a scalar, or a network does not accept its input.</exception>
    /// <exception cref="InvalidOperationException">A network returned no samples or no logits, or the logits do not depend on the latents.</exception>
    public Tensor Optimize(nn.Module<Tensor, Tensor> generator, nn.Module<Tensor, Tensor> discriminator, Tensor latents)
    {
        TensorChecks.NotEmpty(latents, nameof(latents));
        TensorChecks.FloatingPoint(latents, nameof(latents));
        if (latents.dim() == 0)
            throw new ArgumentException("The latents need a batch dimension: the tensor is a scalar.", nameof(latents));
        var opponent = BoundDiscriminator.Of(discriminator);
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        var start = TensorChecks.Leaf(latents, nameof(latents));
        var logits = opponent.LogitsOf(new GeneratedBatch(generator, start).Generate(start), "generated", nameof(generator));
        var gradient = InputGradient.TryTake(logits.sum(), start) ?? throw new InvalidOperationException("The logits do not depend on the latents: does a network detach its input?");
        var each = new long[latents.dim()];
        Array.Fill(each, 1);
        each[0] = latents.shape[0];
        var squared = gradient.reshape(latents.shape[0], -1).square().sum(1).reshape(each);
        var move = gradient.mul(Rate).div(squared.add(Damping)).mul(rand(each, dtype: latents.dtype, device: latents.device).lt(Share).to(latents.dtype));
        var moved = latents.detach().add(move);
        return (double.IsPositiveInfinity(Bound) ? moved : moved.clamp(-Bound, Bound)).MoveToOuterDisposeScope();
    }
}
