using Gan.Runtime.Checks;
using TorchSharp.Modules;

namespace Gan.Runtime.Optimizers;

/// <summary>The options of a parameter group as they are now: whoever steps the learning rate writes them between two steps.</summary>
internal readonly record struct AdamGroup(
    double LearningRate, double Beta1, double Beta2, double Epsilon, double WeightDecay, bool Maximize, bool IsDecoupled)
{
    /// <summary>Below, float32 rounds epsilon times the root of a bias correction to zero, and 0 / 0 is NaN.</summary>
    private const double LeastEpsilon = 1e-30;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">An option is missing, or AMSGrad is asked for.</exception>
    public static AdamGroup Of(Adam.Options options, bool isDecoupled)
    {
        if (options.amsgrad == true)
            throw new ArgumentException("AMSGrad is not supported: use torch.optim.Adam with amsgrad, or leave it out.", nameof(options));
        return new(
            Ranges.NotNegative(Given(options.LearningRate, "lr"), "lr"),
            Ranges.BelowOne(Given(options.beta1, "beta1"), "beta1"),
            Ranges.BelowOne(Given(options.beta2, "beta2"), "beta2"),
            KeptByFloat32(Given(options.eps, "eps")),
            Ranges.NotNegative(Given(options.weight_decay, "weight_decay"), "weight_decay"),
            options.maximize == true,
            isDecoupled);
    }

    private static double KeptByFloat32(double eps) => double.IsFinite(eps) && eps >= LeastEpsilon
        ? eps
        : throw new ArgumentOutOfRangeException(nameof(eps), eps, $"eps must be finite and at least {LeastEpsilon}.");

    private static double Given(double? option, string name) =>
        option ?? throw new ArgumentException($"The parameter group has no {name}.", name);
}
