using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Penalties;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the path length penalty <c>Weight * E(||J^T y||_2 - a)^2</c>, where J is the Jacobian of G(w) with respect to w, <c>y ~ N(0, I) / sqrt(pixels)</c>, and a is the moving average of the norms.
/// </summary>
/// <remarks>
/// <para>With it, a step of fixed size in w changes the image by an amount of fixed size. The number of pixels is the product of the dimensions after [N, C].
/// For latents of shape [N, layers, size], the norm is <c>sqrt(mean over layers of ||.||^2)</c>.</para>
/// <para>A step that evaluates the penalty first sets <c>a = Decay * a + (1 - Decay) * m</c>, where m is the mean norm of the batch. The average is a constant for the gradient.</para>
/// <para>Source: Karras et al. 2020 (arXiv 1912.04958), section 3.2 and appendix B, with a weight of 2, every 4th step and a decay of 0.99.</para>
/// </remarks>
public sealed class PathLengthPenalty : GeneratorPenalty
{
    /// <summary>Initialises a new instance of the <see cref="PathLengthPenalty"/> class with a weight of 2 and a decay of 0.99. Its <see cref="Penalty.Every"/> is 1, unlike the default of the attribute, 4.</summary>
    public PathLengthPenalty()
        : base("PathLength", weight: 2)
    {
    }

    /// <summary>
    /// Gets or sets the share of the average that each step keeps, at least 0.5 and less than 1. The default is 0.99.
    /// </summary>
    /// <remarks>The authors' code calls 1 - Decay the decay. Its value 0.01, which would be a mistake here, is out of range.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not at least 0.5 and less than 1.</exception>
    public double Decay { get; init => field = Ranges.AtLeastHalf(value); } = 0.99;

    /// <summary>Gets or sets the average, which the steps of this penalty update.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public PathLengthAverage State { get; init => field = Ranges.NotNull(value); } = new();

    /// <inheritdoc/>
    protected internal override PenaltyState Carried => State;

    /// <inheritdoc/>
    protected internal override void Prepare(GeneratorPass pass) => PathLengths.Check(pass);

    /// <inheritdoc/>
    protected internal override Tensor Expectation(GeneratorPass pass)
    {
        var lengths = PathLengths.Draw(pass.Fake, pass.Latents);
        var mean = lengths.detach().to(ScalarType.Float64).mean();
        var average = HostRead.Waits(mean) ? State.After(mean, Decay) : State.After(HostRead.Number(mean), Decay);
        pass.WhenDone(() => State.Become(average));
        return average.SubtractedFrom(lengths, 0).square().mean();
    }
}
