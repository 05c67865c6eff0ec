using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the LeCam penalty <c>Weight * (E max(0, D(x) - a_F)^2 + E max(0, a_R - D(G(z)))^2)</c>, where a_R and a_F are moving averages of the mean real and fake logits.</summary>
/// <remarks>
/// <para>Each step updates the averages with its batch before it uses them. The first step sets them to the means of its batch. The averages are constants for the gradient.
/// The penalty and the loss share D(x) and D(G(z)).</para>
/// <para>Source: Tseng, Jiang, Liu, Yang and Yang 2021 (arXiv 2104.03310). The authors' StyleGAN2 code corrects the start of the averages in the same way. In their BigGAN code,
/// the averages equal the means of the batch until the penalty starts, which <see cref="Start"/> reproduces.</para>
/// </remarks>
public sealed class LeCamPenalty : DiscriminatorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="LeCamPenalty"/> class with a weight of 0.3, a decay of 0.99 and a start at step 0.</summary>
    public LeCamPenalty()
        : base("LeCam", weight: 0.3)
    {
    }

    /// <summary>Gets or sets the share of an average that each step keeps, greater than 0 and less than 1. The default is 0.99.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than 0 and less than 1.</exception>
    public double Decay { get; init => field = Ranges.BetweenZeroAndOne(value); } = 0.99;

    /// <summary>Gets or sets the number of the first step with the penalty, at least 0. The averages start at that step too. The default is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Start { get; init => field = Ranges.NotNegative(value); }

    /// <summary>Gets or sets the averages, which the steps of this penalty update.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public LogitAverages State { get; init => field = Ranges.NotNull(value); } = new();

    /// <inheritdoc/>
    protected internal override int FirstStep => Start;

    /// <inheritdoc/>
    protected internal override PenaltyState Carried => State;

    /// <inheritdoc/>
    protected internal override void Prepare(DiscriminatorPass pass) => _ = (pass.Real.Input, pass.Fake.Input);

    /// <inheritdoc/>
    protected internal override Tensor Expectation(DiscriminatorPass pass)
    {
        var real = Precision.AtLeastFloat32(pass.Real.Logits);
        var fake = Precision.AtLeastFloat32(pass.Fake.Logits);
        var (realMean, fakeMean) = (Mean(real), Mean(fake));
        var averages = HostRead.Waits(realMean)
            ? State.After(realMean, fakeMean, Decay)
            : State.After(HostRead.Number(realMean), HostRead.Number(fakeMean), Decay);
        pass.WhenDone(() => State.Become(averages));
        return averages.SubtractedFrom(real, 1).relu().square().mean().add(averages.AddedTo(fake.neg(), 0).relu().square().mean());
    }

    private static Tensor Mean(Tensor logits) => logits.detach().to(ScalarType.Float64).mean();
}
