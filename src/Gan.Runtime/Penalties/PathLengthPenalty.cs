using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Path length: <c>Weight * E(||J^T y||_2 - a)^2</c>, with J the derivative of G(w) in w, <c>y ~ N(0, I) / sqrt(pixels)</c>, and a the moving average of the norms.
/// </summary>
/// <remarks>
/// <para>Steps of one size in w then change the picture by one size. Pixels are what follows [N, C]. Of latents [N, layers, size] the norm is
/// <c>sqrt(mean over layers of ||.||^2)</c>. A step that evaluates the term first moves a by <see cref="Decay"/> towards the batch's mean norm; a is a number,
/// through which nothing is differentiated.</para>
/// <para>Source: Karras 2020 (arXiv 1912.04958), section 3.2 and appendix B: weight 2, each 4th step, decay 0.01.</para>
/// </remarks>
public sealed class PathLengthPenalty : GeneratorPenalty
{
    /// <summary>Path length with the weight 2 and the decay 0.01. Unlike the attribute's, its <see cref="Penalty.Every"/> is 1.</summary>
    public PathLengthPenalty()
        : base("PathLength", weight: 2)
    {
    }

    /// <summary>The share of the way to the batch's mean norm that a moves in a step, above 0 and below 1; default 0.01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Decay { get; init => field = Ranges.BetweenZeroAndOne(value); } = 0.01;

    /// <summary>The average. An instance that is given here is moved by the steps of this penalty.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public PathLengthAverage State { get; init => field = Ranges.NotNull(value); } = new();

    internal override PenaltyState Carried => State;

    internal override void Prepare(GeneratorPass pass) => PathLengths.Check(pass.Fake, pass.Latents);

    internal override Tensor Expectation(GeneratorPass pass)
    {
        var lengths = PathLengths.Draw(pass.Fake, pass.Latents);
        var average = State.After(lengths.detach().to(ScalarType.Float64).mean().item<double>(), Decay);
        pass.WhenDone(() => State.Become(average));
        return lengths.sub(average).square().mean();
    }
}
