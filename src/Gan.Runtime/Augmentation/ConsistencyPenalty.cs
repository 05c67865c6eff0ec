using Gan.Dsl;
using Gan.Runtime.Augmentation;
using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the consistency penalty <c>Weight * (Real * E[c(x)] + Fake * E[c(G(z))])</c> with <c>c(y) = max(0, (D(y) - D(T(y)))^2 - Margin)</c>, where T is a random change of a sample.
/// </summary>
/// <remarks>
/// <para>The gradient flows through both logits. If D returns several logits per sample, the squares are averaged. With a <see cref="Layer"/>, c(y) is
/// <c>max(0, (D(y) - D(T(y)))^2 + LayerWeight * mean (f(y) - f(T(y)))^2 - Margin)</c>, where f is the output of the layer.</para>
/// <para>Derive from this class for a change of your own: set <see cref="Augmentation"/> in the constructor.</para>
/// <para>Sources: Zhang et al. 2020 (CR, arXiv 1910.12027); Zhao et al. 2021 (bCR, arXiv 2002.04724); Wei et al. 2018 (CT-GAN, arXiv 1803.01541).</para>
/// </remarks>
public class ConsistencyPenalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="ConsistencyPenalty"/> class with the settings of CR: a weight of 10, real samples, flips and shifts.</summary>
    public ConsistencyPenalty()
        : base(weight: 10)
    {
    }

    /// <summary>Gets or sets the share of the real samples, finite and at least 0. The default is 1. At 0, they are not compared.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Real { get; init => field = Ranges.NotNegative(value); } = 1;

    /// <summary>Gets or sets the share of the generated samples, finite and at least 0. The default is 0. At 0, they are not compared.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Fake { get; init => field = Ranges.NotNegative(value); }

    /// <summary>Gets or sets the random change T, if there is no <see cref="Augmentation"/>. The default is <see cref="ConsistencyChange.FlipAndShift"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public ConsistencyChange Change { get; init => field = Ranges.Defined(value); } = ConsistencyChange.FlipAndShift;

    /// <summary>Gets or sets a change T of your own, a module from samples to samples. It stays yours. The default is <see langword="null"/>, which means <see cref="Change"/>.</summary>
    public nn.Module<Tensor, Tensor>? Augmentation { get; init; }

    /// <summary>Gets or sets the cost of a sample that is not penalised, finite and at least 0. The default is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Margin { get; init => field = Ranges.NotNegative(value); }

    /// <summary>Gets or sets the name of the submodule of D whose outputs are compared too, as <c>named_modules</c> gives it, or <see langword="null"/> for the logits alone, which is the default.</summary>
    /// <remarks>The submodule maps a tensor to a tensor. With a layer, the penalty calls D twice for each batch.</remarks>
    public string? Layer { get; init; }

    /// <summary>Gets or sets the factor of the layer's outputs, finite and at least 0. The default is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LayerWeight { get; init => field = Ranges.NotNegative(value); } = 0.1;

    /// <inheritdoc/>
    protected internal override void Prepare(DiscriminatorPass pass)
    {
        foreach (var (_, sample, _) in Compared(pass))
            CheckShape(sample);
        if (Layer is not null)
            LayerOutput.Find(pass.Module, Layer);
    }

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass) => Compared(pass)
        .Select(compared => Costs(pass, compared.Sample, compared.Place).mean().mul(compared.Share))
        .Aggregate((Tensor?)null, static (sum, cost) => sum is null ? cost : sum.add(cost)) ?? Nothing(pass.Real.Input);

    private void CheckShape(DiscriminatorSample sample)
    {
        if (sample.TrackableInput.dim() != 4 && Augmentation is null && Change != ConsistencyChange.Dropout)
        {
            throw new ArgumentException(
                $"{Change} changes images [N, C, H, W], but the samples are {TensorChecks.Shape(sample.Input)}: set {nameof(ConsistencyChange)}.{nameof(ConsistencyChange.Dropout)}, or an {nameof(Augmentation)} of your own.", sample.ParameterName);
        }
    }

    private IEnumerable<(double Share, DiscriminatorSample Sample, PenaltyPoint Place)> Compared(DiscriminatorPass pass)
    {
        if (Real > 0)
            yield return (Real, pass.Real, PenaltyPoint.Real);
        if (Fake > 0)
            yield return (Fake, pass.Fake, PenaltyPoint.Fake);
    }

    /// <summary>c of each sample: [N].</summary>
    private Tensor Costs(DiscriminatorPass pass, DiscriminatorSample sample, PenaltyPoint place)
    {
        var changed = pass.At(place, Changed(sample), $"changed {sample.Name}");
        if (Layer is null)
            return AboveMargin(SquaredDistance(sample.Logits, changed.Logits));

        var module = LayerOutput.Find(pass.Module, Layer);
        var (logits, features) = LayerOutput.Of(module, Layer, pass.At(place, sample.Input, sample.Name));
        var (changedLogits, changedFeatures) = LayerOutput.Of(module, Layer, changed);
        return AboveMargin(SquaredDistance(logits, changedLogits).add(SquaredDistance(features, changedFeatures).mul(LayerWeight)));
    }

    private Tensor Changed(DiscriminatorSample sample)
    {
        if ((Augmentation ?? ConsistencyChanges.Of(Change)) is not { } augmentation)
            return sample.Input;
        using var withoutGraph = no_grad();
        var changed = Refusals.Of(() => augmentation.call(sample.Input), () => $"The augmentation does not accept the {sample.Name} samples, {TensorChecks.Describe(sample.Input)}", sample.ParameterName);
        return changed is { IsInvalid: false } && changed.shape.AsSpan().SequenceEqual(sample.Input.shape) ? changed : throw new InvalidOperationException(
            $"The augmentation must return samples of the shape {TensorChecks.Shape(sample.Input)}, but it returned {(changed is null ? "null" : TensorChecks.Describe(changed))}.");
    }

    private Tensor AboveMargin(Tensor costs) => Margin > 0 ? costs.sub(Margin).relu() : costs;

    /// <summary>The mean square of the differences of each sample.</summary>
    private static Tensor SquaredDistance(Tensor first, Tensor second) => Precision.AtLeastFloat32(first).sub(Precision.AtLeastFloat32(second)).square().reshape(first.shape[0], -1).mean([1]);
}
