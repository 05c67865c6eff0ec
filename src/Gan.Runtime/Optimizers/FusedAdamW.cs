using TorchSharp.Modules;

namespace Gan.Runtime;

/// <summary>
/// <see cref="FusedAdam"/> with weight decay decoupled from the gradient, <c>p = p - lr weight_decay p</c> before each update: the same optimiser as
/// <see cref="AdamW"/>, equal to it to float rounding, and with its defaults.
/// </summary>
/// <remarks>Source: Loshchilov and Hutter 2017 (arXiv 1711.05101).</remarks>
public sealed class FusedAdamW : FusedAdam
{
    /// <summary>An optimiser of one group.</summary>
    /// <param name="parameters">The parameters, at least one: dense, real floating point.</param>
    /// <param name="lr">The learning rate, finite and not negative.</param>
    /// <param name="beta1">The decay of the mean gradient, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean squared gradient, from 0 to below 1.</param>
    /// <param name="eps">What is added to the denominator, finite and at least 1e-30.</param>
    /// <param name="weight_decay">The decay of the weights, finite and not negative. PyTorch's default is 0.01.</param>
    /// <param name="maximize">Whether to ascend instead of descending.</param>
    /// <exception cref="ArgumentNullException">The parameters, or one of them, are null.</exception>
    /// <exception cref="ArgumentException">There is no parameter, or one is disposed, sparse, not floating point, or there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FusedAdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false)
        : this([new Adam.ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, maximize)
    {
    }

    /// <summary>An optimiser of several groups.</summary>
    /// <param name="parameters">The groups, <see cref="Adam.ParamGroup"/> as FusedAdam's. What the options of one leave out is as the other arguments say.</param>
    /// <param name="lr">The learning rate, finite and not negative.</param>
    /// <param name="beta1">The decay of the mean gradient, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean squared gradient, from 0 to below 1.</param>
    /// <param name="eps">What is added to the denominator, finite and at least 1e-30.</param>
    /// <param name="weight_decay">The decay of the weights, finite and not negative.</param>
    /// <param name="maximize">Whether to ascend instead of descending.</param>
    /// <exception cref="ArgumentNullException">The groups, one of them, or a parameter are null.</exception>
    /// <exception cref="ArgumentException">A group has no parameter, asks for AMSGrad, or a parameter is disposed, sparse, not floating point, or there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FusedAdamW(
        IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false)
        : base(parameters, new() { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, maximize = maximize }, isDecoupled: true)
    {
    }
}
