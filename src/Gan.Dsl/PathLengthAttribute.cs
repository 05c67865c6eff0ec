namespace Gan.Dsl;

/// <summary>
/// Path length: adds <c>Weight * E(||J^T y||_2 - a)^2</c> to the generator's loss, with J the derivative of G(w) in w, <c>y ~ N(0, I) / sqrt(pixels)</c>,
/// and a the moving average of the norms.
/// </summary>
/// <remarks>
/// <para>Steps of one size in w then change the picture by one size. The generator's step needs the latents and the step's number:
/// <c>GeneratorTerms(discriminator, fake, latents, step)</c>, where the latents required a gradient before G made the samples of them.</para>
/// <para>The average belongs to the instance of the objective, and to its checkpoints by <c>State</c> and <c>LoadState</c>; a copy of a record made by
/// <c>with</c> goes on with its own.</para>
/// <para>Karras 2020 (arXiv 1912.04958), section 3.2 and appendix B.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PathLengthAttribute : Attribute
{
    /// <summary>The factor of exactly the expectation above. Not negative; 0 leaves the term out. Default 2.</summary>
    public double Weight { get; set; } = 2;

    /// <summary>
    /// How much of a one step keeps, as of every moving average here, from 0.5 to below 1. Default 0.99. The authors' code counts the other way: its 0.01 is what a step
    /// moves, and is refused here.
    /// </summary>
    public double Decay { get; set; } = 0.99;

    /// <summary>
    /// The name of a <see cref="HyperparameterAttribute"/> property whose value is the weight, so that each instance has its own:
    /// <c>WeightFrom = nameof(Lambda)</c>. Its range must leave out negative numbers. Not together with a number for the weight.
    /// </summary>
    public string? WeightFrom { get; set; }

    /// <summary>Evaluates the penalty at each n-th step and multiplies it by n. At least 1; default 4.</summary>
    public int Every { get; set; } = 4;
}
