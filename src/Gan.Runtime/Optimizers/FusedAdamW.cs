using TorchSharp.Modules;

namespace Gan.Runtime;

/// <summary>
/// Implements the AdamW optimiser in one pass over memory: <see cref="FusedAdam"/> with decoupled weight decay, <c>p = p - lr weight_decay p</c> before each update.
/// </summary>
/// <remarks>The results agree with TorchSharp's <see cref="AdamW"/> up to float rounding. Source: Loshchilov and Hutter 2017 (arXiv 1711.05101).</remarks>
public sealed class FusedAdamW : FusedAdam
{
    /// <summary>Initialises a new instance of the <see cref="FusedAdamW"/> class with one group of parameters.</summary>
    /// <param name="parameters">One or more parameters, dense and real floating point.</param>
    /// <param name="lr">The learning rate, finite and at least 0.</param>
    /// <param name="beta1">The decay rate β1 of the mean gradient, at least 0 and less than 1.</param>
    /// <param name="beta2">The decay rate β2 of the mean squared gradient, at least 0 and less than 1.</param>
    /// <param name="eps">The number added to the denominator, finite and at least 1e-30.</param>
    /// <param name="weight_decay">The weight decay, finite and at least 0. The default is 0; PyTorch's default is 0.01.</param>
    /// <param name="maximize">Whether to maximise the loss instead of minimising it.</param>
    /// <exception cref="ArgumentNullException">The list or one of its parameters is null.</exception>
    /// <exception cref="ArgumentException">The list is empty, or a parameter is disposed, sparse or not floating point, or occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FusedAdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false)
        : this([new Adam.ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, maximize)
    {
    }

    /// <summary>Initialises a new instance of the <see cref="FusedAdamW"/> class with several groups of parameters.</summary>
    /// <param name="parameters">The groups, which are <see cref="Adam.ParamGroup"/> and not AdamW's. The other arguments supply the options that a group leaves out.</param>
    /// <param name="lr">The learning rate, finite and at least 0.</param>
    /// <param name="beta1">The decay rate β1 of the mean gradient, at least 0 and less than 1.</param>
    /// <param name="beta2">The decay rate β2 of the mean squared gradient, at least 0 and less than 1.</param>
    /// <param name="eps">The number added to the denominator, finite and at least 1e-30.</param>
    /// <param name="weight_decay">The weight decay, finite and at least 0. The default is 0; PyTorch's default is 0.01.</param>
    /// <param name="maximize">Whether to maximise the loss instead of minimising it.</param>
    /// <exception cref="ArgumentNullException">The list, a group or a parameter is null.</exception>
    /// <exception cref="ArgumentException">A group has no parameter or requests AMSGrad, or a parameter is disposed, sparse or not floating point, or occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FusedAdamW(
        IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false)
        : base(parameters, new() { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, maximize = maximize }, isDecoupled: true)
    {
    }
}
