using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>LeCam: <c>Weight * (E max(0, D(x) - a_F)^2 + E max(0, a_R - D(G(z)))^2)</c>, with a_R and a_F moving averages of the mean real and fake logits.</summary>
/// <remarks>
/// <para>Each step that evaluates the term first moves the averages by its batch, so that the first step has its own means; they are numbers, through which
/// nothing is differentiated. The term and the loss share D(x) and D(G(z)).</para>
/// <para>Source: Tseng, Jiang, Liu, Yang and Yang 2021 (arXiv 2104.03310). Their StyleGAN2 code corrects the average's start as here; their BigGAN code has
/// the averages follow the batch until it starts the term, which <see cref="Start"/> amounts to.</para>
/// </remarks>
public sealed class LeCamPenalty : DiscriminatorPenalty
{
    /// <summary>LeCam with the weight 0.3 and the decay 0.99, from the first step.</summary>
    public LeCamPenalty()
        : base("LeCam", weight: 0.3)
    {
    }

    /// <summary>How much of the averages one step keeps, above 0 and below 1; default 0.99.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Decay { get; init => field = Ranges.BetweenZeroAndOne(value); } = 0.99;

    /// <summary>The first step that has the term; the averages begin there too. Not negative; default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Start { get; init => field = Ranges.NotNegative(value); }

    /// <summary>The averages. An instance that is given here is moved by the steps of this penalty.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public LogitAverages State { get; init => field = Ranges.NotNull(value); } = new();

    internal override int FirstStep => Start;

    internal override PenaltyState Carried => State;

    internal override void Prepare(DiscriminatorPass pass) => _ = (pass.Real.Input, pass.Fake.Input);

    internal override Tensor Expectation(DiscriminatorPass pass)
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
