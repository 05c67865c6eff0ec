using Gan.Runtime.Checks;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Computes the gradients of both players for one simultaneous step, with a regulariser that damps the rotation of their dynamics: the squared norms of both gradients (consensus optimisation), or of the opponent's gradient (JARE).
/// </summary>
/// <remarks>
/// <para>
/// φ are the parameters of D, and θ are the parameters of G. Both losses are computed from the same generated samples with their graph, so that each depends on φ and θ:
/// </para>
/// <code>
/// using var fake = generator.call(latents);
/// using var fakeLogits = discriminator.call(fake);
/// JacobianRegularization.Consensus(
///     objective.DiscriminatorLoss(discriminator.call(real), fakeLogits), discriminator, objective.GeneratorLoss(fakeLogits), generator);
/// </code>
/// <para>Then both optimisers step. The networks must be twice differentiable.</para>
/// <para>Sources: Mescheder, Nowozin and Geiger 2017 (consensus optimisation, arXiv 1705.10461); Nie and Patel 2019 (JARE, arXiv 1806.09235).</para>
/// </remarks>
public static class JacobianRegularization
{
    /// <summary>
    /// Adds the gradients of consensus optimisation to the parameters: <c>∂/∂φ (L_D + Weight * R)</c> and <c>∂/∂θ (L_G + Weight * R)</c> with <c>R = (||∂L_D/∂φ||^2 + ||∂L_G/∂θ||^2) / 2</c>.
    /// </summary>
    /// <param name="discriminatorLoss">The loss L_D, a scalar whose graph goes to the parameters of both networks.</param>
    /// <param name="discriminator">The discriminator D.</param>
    /// <param name="generatorLoss">The loss L_G, a scalar whose graph goes to the parameters of both networks.</param>
    /// <param name="generator">The generator G.</param>
    /// <param name="weight">The factor of R, finite and positive. The default of 10 is the value that the paper uses for images.</param>
    /// <returns>R, a scalar without a graph.</returns>
    /// <exception cref="ArgumentException">An argument is null or disposed, a loss is not a floating-point scalar with a graph, a network has no trainable parameters, or both have one in common.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not finite and positive.</exception>
    /// <exception cref="InvalidOperationException">A loss does not depend on the parameters of its player, a network cannot be differentiated twice, or the graph of a loss has been freed.</exception>
    public static Tensor Consensus(Tensor discriminatorLoss, nn.Module discriminator, Tensor generatorLoss, nn.Module generator, double weight = 10)
    {
        Ranges.Positive(weight, nameof(weight));
        using var scope = NewDisposeScope();
        using var players = PlayerGradients.Of(discriminatorLoss, discriminator, generatorLoss, generator);
        var norms = players.OfDiscriminator.HalfSquare().add(players.OfGenerator.HalfSquare());
        PlayerGradients.Differentiate(norms.mul(weight), [.. players.OfDiscriminator.Parameters, .. players.OfGenerator.Parameters]);
        players.Complete();
        return norms.detach().MoveToOuterDisposeScope();
    }

    /// <summary>Adds the gradients of JARE to the parameters: <c>∂/∂φ (L_D + Weight * ||∂L_G/∂θ||^2 / 2)</c> and <c>∂/∂θ (L_G + Weight * ||∂L_D/∂φ||^2 / 2)</c>.</summary>
    /// <param name="discriminatorLoss">The loss L_D, a scalar whose graph goes to the parameters of both networks.</param>
    /// <param name="discriminator">The discriminator D.</param>
    /// <param name="generatorLoss">The loss L_G, a scalar whose graph goes to the parameters of both networks.</param>
    /// <param name="generator">The generator G.</param>
    /// <param name="weight">The factor, finite and positive. The default is 10.</param>
    /// <returns>The sum of both regularisers without the factor, a scalar without a graph.</returns>
    /// <exception cref="ArgumentException">An argument is null or disposed, a loss is not a floating-point scalar with a graph, a network has no trainable parameters, or both have one in common.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not finite and positive.</exception>
    /// <exception cref="InvalidOperationException">A loss does not depend on the parameters of its player, a network cannot be differentiated twice, or the graph of a loss has been freed.</exception>
    public static Tensor Jare(Tensor discriminatorLoss, nn.Module discriminator, Tensor generatorLoss, nn.Module generator, double weight = 10)
    {
        Ranges.Positive(weight, nameof(weight));
        using var scope = NewDisposeScope();
        using var players = PlayerGradients.Of(discriminatorLoss, discriminator, generatorLoss, generator);
        var (ofDiscriminator, ofGenerator) = (players.OfDiscriminator.HalfSquare(), players.OfGenerator.HalfSquare());
        PlayerGradients.Differentiate(ofGenerator.mul(weight), players.OfDiscriminator.Parameters, keepsGraph: true);
        PlayerGradients.Differentiate(ofDiscriminator.mul(weight), players.OfGenerator.Parameters);
        players.Complete();
        return ofDiscriminator.add(ofGenerator).detach().MoveToOuterDisposeScope();
    }
}
