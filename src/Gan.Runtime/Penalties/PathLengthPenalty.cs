using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Discriminators;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Path length: <c>Weight * E(||J^T y||_2 - a)^2</c>, with J the derivative of G(w) in w, <c>y ~ N(0, I) / sqrt(pixels)</c>, and a the moving average of the norms.
/// </summary>
/// <remarks>
/// <para>Steps of one size in w then change the picture by one size. Pixels are what follows [N, C]. Of latents [N, layers, size] the norm is
/// <c>sqrt(mean over layers of ||.||^2)</c>. A step that evaluates the term first moves a to <c>Decay * a + (1 - Decay) * m</c>, with m the batch's mean norm; a is a number,
/// through which nothing is differentiated.</para>
/// <para>Source: Karras 2020 (arXiv 1912.04958), section 3.2 and appendix B: weight 2, each 4th step, and an average that moves by 0.01 of the way, so that
/// it keeps 0.99.</para>
/// </remarks>
public sealed class PathLengthPenalty : GeneratorPenalty
{
    /// <summary>Path length with the weight 2 and the decay 0.99. Unlike the attribute's, its <see cref="Penalty.Every"/> is 1.</summary>
    public PathLengthPenalty()
        : base("PathLength", weight: 2)
    {
    }

    /// <summary>
    /// How much of a one step keeps, as of every moving average here, from 0.5 to below 1; default 0.99. The authors' code counts the other way: its 0.01 is what a step
    /// moves, and is refused here.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0.5 to below 1.</exception>
    public double Decay { get; init => field = Ranges.AtLeastHalf(value); } = 0.99;

    /// <summary>The average. An instance that is given here is moved by the steps of this penalty.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public PathLengthAverage State { get; init => field = Ranges.NotNull(value); } = new();

    internal override PenaltyState Carried => State;

    internal override void Prepare(GeneratorPass pass) => PathLengths.Check(pass.Fake, pass.Latents);

    internal override Tensor Expectation(GeneratorPass pass)
    {
        var lengths = PathLengths.Draw(pass.Fake, pass.Latents);
        var mean = lengths.detach().to(ScalarType.Float64).mean();
        var average = HostRead.Waits(mean) ? State.After(mean, Decay) : State.After(HostRead.Number(mean), Decay);
        pass.WhenDone(() => State.Become(average));
        return average.SubtractedFrom(lengths, 0).square().mean();
    }
}
