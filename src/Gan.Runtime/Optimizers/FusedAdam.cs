using Gan.Runtime.Checks;
using Gan.Runtime.Optimizers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Implements the Adam optimiser in one pass over memory. For the n-th gradient g of a parameter p,
/// <c>m = beta1 m + (1 - beta1) g</c>, <c>v = beta2 v + (1 - beta2) g²</c>, <c>p = p - lr (m / (1 - beta1^n)) / (sqrt(v / (1 - beta2^n)) + eps)</c>.
/// </summary>
/// <remarks>
/// <para>The results agree with TorchSharp's <see cref="Adam"/> up to float rounding. Weight decay adds <c>weight_decay p</c> to g, which is an L2 penalty; <see cref="FusedAdamW"/> decouples it from g.
/// A parameter without a gradient is not updated, and its n does not increase.</para>
/// <para>Contiguous float32 parameters on the CPU are updated in one pass, whose results are the same on every machine. If the CUDA kernels are enabled (<c>GANDSL_CUDA_KERNELS=on</c>),
/// one launch updates the contiguous parameters of a group on a GPU. Other parameters are updated with tensor operations. Half types have moments and arithmetic in float32.</para>
/// <para>The optimiser can replace TorchSharp's wherever an optimiser is expected: parameter groups are <see cref="Adam.ParamGroup"/>, learning rates are set in <c>ParamGroups</c> or by a scheduler,
/// and the state is saved by <c>save_state_dict</c> and can be loaded within a dispose scope. AMSGrad is not supported.</para>
/// <para>Source: Kingma and Ba 2014 (arXiv 1412.6980).</para>
/// </remarks>
public class FusedAdam : OptimizerHelper, optim.IBetas
{
    private readonly bool isDecoupled;
    private readonly List<(Adam.ParamGroup Group, AdamStep Step)> groups = [];
    private bool isDisposed;

    /// <summary>Initialises a new instance of the <see cref="FusedAdam"/> class with one group of parameters.</summary>
    /// <param name="parameters">One or more parameters, dense and real floating point.</param>
    /// <param name="lr">The learning rate, finite and at least 0.</param>
    /// <param name="beta1">The decay rate β1 of the mean gradient, at least 0 and less than 1.</param>
    /// <param name="beta2">The decay rate β2 of the mean squared gradient, at least 0 and less than 1.</param>
    /// <param name="eps">The number added to the denominator, finite and at least 1e-30. It prevents a division of 0 by 0 when a gradient is zero.</param>
    /// <param name="weight_decay">The weight of the L2 penalty, finite and at least 0.</param>
    /// <param name="maximize">Whether to maximise the loss instead of minimising it.</param>
    /// <exception cref="ArgumentNullException">The list or one of its parameters is null.</exception>
    /// <exception cref="ArgumentException">The list is empty, or a parameter is disposed, sparse or not floating point, or occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FusedAdam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false)
        : this([new Adam.ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, maximize)
    {
    }

    /// <summary>Initialises a new instance of the <see cref="FusedAdam"/> class with several groups of parameters.</summary>
    /// <param name="parameters">The groups. The other arguments supply the options that a group leaves out.</param>
    /// <param name="lr">The learning rate, finite and at least 0.</param>
    /// <param name="beta1">The decay rate β1 of the mean gradient, at least 0 and less than 1.</param>
    /// <param name="beta2">The decay rate β2 of the mean squared gradient, at least 0 and less than 1.</param>
    /// <param name="eps">The number added to the denominator, finite and at least 1e-30.</param>
    /// <param name="weight_decay">The weight of the L2 penalty, finite and at least 0.</param>
    /// <param name="maximize">Whether to maximise the loss instead of minimising it.</param>
    /// <exception cref="ArgumentNullException">The list, a group or a parameter is null.</exception>
    /// <exception cref="ArgumentException">A group has no parameter or requests AMSGrad, or a parameter is disposed, sparse or not floating point, or occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FusedAdam(
        IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false)
        : this(parameters, new() { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, maximize = maximize }, isDecoupled: false)
    {
    }

    private protected FusedAdam(IEnumerable<Adam.ParamGroup> parameters, Adam.Options defaults, bool isDecoupled)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        AdamGroup.Of(defaults, isDecoupled);
        TorchBackend.Check();
        this.isDecoupled = isDecoupled;
        _defaults = defaults;
        _parameter_groups = [];
        try
        {
            foreach (var group in parameters)
                Add(group, nameof(parameters));
        }
        catch
        {
            // The moments of the groups before it.
            Dispose();
            throw;
        }
    }

    /// <summary>Gets or sets the decay rates beta1 and beta2. Setting them sets them in every group.</summary>
    public (double, double) Betas
    {
        get => (Defaults.beta1!.Value, Defaults.beta2!.Value);
        set
        {
            foreach (var options in groups.Select(group => group.Group.Options).Append(Defaults))
                (options.beta1, options.beta2) = value;
        }
    }

    private Adam.Options Defaults => (Adam.Options)_defaults;

    /// <summary>Updates each parameter that has a gradient, in place.</summary>
    /// <remarks>As with any optimiser, <c>backward</c> throws after the step for a graph that was built before it.</remarks>
    /// <param name="closure">A function that computes the loss and its gradients before the update. The default is none.</param>
    /// <returns>The loss that the closure returns, or <see langword="null"/> without a closure.</returns>
    /// <exception cref="ObjectDisposedException">The optimiser has been disposed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse, or a parameter has been disposed or has changed its dtype or device.</exception>
    /// <exception cref="ArgumentException">An option has been set to a value that the constructor does not accept.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var loss = closure is null ? null : WithGraph(closure);
        foreach (var (group, ofGroup) in groups)
            ofGroup.Run(AdamGroup.Of(group.Options, isDecoupled));
        return loss;
    }

    /// <summary>Adds a group of parameters.</summary>
    /// <param name="param_group">The group, an <see cref="Adam.ParamGroup"/>. The arguments of the constructor supply the options that it leaves out.</param>
    /// <exception cref="ArgumentNullException">The group, its list of parameters or a parameter is null.</exception>
    /// <exception cref="ArgumentException">The group is not an <see cref="Adam.ParamGroup"/>, has no parameter or requests AMSGrad, or a parameter is disposed, sparse or not floating point, or occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public override void add_param_group(ParamGroup param_group) => Add(param_group, nameof(param_group));

    private void Add(ParamGroup added, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(added, parameterName);
        var group = added as Adam.ParamGroup
            ?? throw new ArgumentException($"The group is a {added.GetType()}: use Adam.ParamGroup.", parameterName);
        ArgumentNullException.ThrowIfNull(group.Parameters, parameterName);
        group.Options ??= new();
        Complete(group.Options);
        AdamGroup.Of(group.Options, isDecoupled);

        var first = groups.Sum(earlier => earlier.Step.States.Length);
        Parameter[] parameters = [.. group.Parameters];
        Check(parameters, parameterName);
        FusedAdamState[] states = [.. parameters.Select((parameter, i) => new FusedAdamState(parameter, $"{first + i} {TensorChecks.Shape(parameter)}"))];
        foreach (var (parameter, state) in parameters.Zip(states))
            _state[parameter.Handle] = state;
        group.Parameters = parameters;
        groups.Add((group, new(states)));
        base.add_param_group(group);
    }

    /// <summary>Frees the moments. The parameters belong to their module and are not freed.</summary>
    /// <param name="disposing"><see langword="true"/> if the optimiser is disposed; <see langword="false"/> if it is finalised.</param>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        isDisposed = true;
        foreach (var (_, ofGroup) in groups)
            ofGroup.Dispose();
    }

    private void Complete(Adam.Options options)
    {
        options.LearningRate ??= Defaults.LearningRate;
        options.beta1 ??= Defaults.beta1;
        options.beta2 ??= Defaults.beta2;
        options.eps ??= Defaults.eps;
        options.weight_decay ??= Defaults.weight_decay;
        options.amsgrad ??= false;
        options.maximize ??= Defaults.maximize;
        options.InitialLearningRate = options.LearningRate!.Value;
    }

    private void Check(Parameter[] parameters, string parameterName)
    {
        if (parameters.Length == 0)
            throw new ArgumentException("There are no parameters to optimise.", parameterName);
        var handles = new HashSet<IntPtr>();
        foreach (var parameter in parameters)
        {
            TensorChecks.Alive(parameter, parameterName);
            TensorChecks.FloatingPoint(parameter, parameterName);
            if (_state.ContainsKey(parameter.Handle) || !handles.Add(parameter.Handle))
                throw new ArgumentException($"The parameter {TensorChecks.Shape(parameter)} is listed twice.", parameterName);
        }
    }

    private static Tensor WithGraph(Func<Tensor> closure)
    {
        using var graph = enable_grad();
        return closure();
    }
}
