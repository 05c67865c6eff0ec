using Gan.Runtime.Checks;
using Gan.Runtime.Optimizers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Adam in one pass over memory: the same optimiser as <see cref="Adam"/>, equal to it to float rounding, for the n-th gradient g of a parameter p
/// <c>m = beta1 m + (1 - beta1) g</c>, <c>v = beta2 v + (1 - beta2) g²</c>, <c>p = p - lr (m / (1 - beta1^n)) / (sqrt(v / (1 - beta2^n)) + eps)</c>.
/// </summary>
/// <remarks>
/// <para>Weight decay adds <c>weight_decay p</c> to g, the L2 penalty; decoupled from g it is <see cref="FusedAdamW"/>'s. A parameter without a gradient is
/// left alone and its n does not count.</para>
/// <para>One pass is for contiguous float32 on the CPU; another dtype, device or layout is updated by tensor operations, half types with moments and
/// arithmetic in float32. One pass does not depend on the machine: every vector width gives the same bits.</para>
/// <para>It takes the place of TorchSharp's in everything that takes an optimiser: parameter groups are <see cref="Adam.ParamGroup"/>, learning rates are set
/// in <c>ParamGroups</c> or by a scheduler, the state is saved by <c>save_state_dict</c> and loads within a dispose scope too. AMSGrad is not offered.</para>
/// <para>Source: Kingma and Ba 2014 (arXiv 1412.6980).</para>
/// </remarks>
public class FusedAdam : OptimizerHelper, optim.IBetas
{
    private readonly bool isDecoupled;
    private readonly List<(Adam.ParamGroup Group, AdamStep Step)> groups = [];
    private bool isDisposed;

    /// <summary>An optimiser of one group.</summary>
    /// <param name="parameters">The parameters, at least one: dense, real floating point.</param>
    /// <param name="lr">The learning rate, finite and not negative.</param>
    /// <param name="beta1">The decay of the mean gradient, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean squared gradient, from 0 to below 1.</param>
    /// <param name="eps">What is added to the denominator, finite and at least 1e-30: without it, a gradient of zero makes 0 / 0.</param>
    /// <param name="weight_decay">The weight of the L2 penalty, finite and not negative.</param>
    /// <param name="maximize">Whether to ascend instead of descending.</param>
    /// <exception cref="ArgumentNullException">The parameters, or one of them, are null.</exception>
    /// <exception cref="ArgumentException">There is no parameter, or one is disposed, sparse, not floating point, or there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FusedAdam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false)
        : this([new Adam.ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, maximize)
    {
    }

    /// <summary>An optimiser of several groups.</summary>
    /// <param name="parameters">The groups. What the options of one leave out is as the other arguments say.</param>
    /// <param name="lr">The learning rate, finite and not negative.</param>
    /// <param name="beta1">The decay of the mean gradient, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean squared gradient, from 0 to below 1.</param>
    /// <param name="eps">What is added to the denominator, finite and at least 1e-30.</param>
    /// <param name="weight_decay">The weight of the L2 penalty, finite and not negative.</param>
    /// <param name="maximize">Whether to ascend instead of descending.</param>
    /// <exception cref="ArgumentNullException">The groups, one of them, or a parameter are null.</exception>
    /// <exception cref="ArgumentException">A group has no parameter, asks for AMSGrad, or a parameter is disposed, sparse, not floating point, or there twice.</exception>
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

    /// <summary>beta1 and beta2 as given to the constructor or last set here. Setting them sets every group's.</summary>
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

    /// <summary>Updates every parameter that has a gradient, in place.</summary>
    /// <remarks>As with every optimiser, a graph made before the step cannot be differentiated after it: <c>backward</c> throws.</remarks>
    /// <param name="closure">What computes the loss and its gradients first. Default none.</param>
    /// <returns>The closure's loss, or null.</returns>
    /// <exception cref="ObjectDisposedException">The optimiser has been disposed.</exception>
    /// <exception cref="InvalidOperationException">A gradient is sparse; a parameter has been disposed, or has changed its dtype or device.</exception>
    /// <exception cref="ArgumentException">An option has been set that the constructor would refuse.</exception>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var loss = closure is null ? null : WithGraph(closure);
        foreach (var (group, ofGroup) in groups)
            ofGroup.Run(AdamGroup.Of(group.Options, isDecoupled));
        return loss;
    }

    /// <summary>Adds parameters.</summary>
    /// <param name="param_group">The group, an <see cref="Adam.ParamGroup"/>. What its options leave out is as the constructor was told.</param>
    /// <exception cref="ArgumentNullException">The group, its parameters, or one of them are null.</exception>
    /// <exception cref="ArgumentException">The group is another optimiser's, has no parameter, asks for AMSGrad, or a parameter is disposed, sparse, not floating point, or there twice.</exception>
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

    /// <summary>Frees the moments. The parameters are the module's.</summary>
    /// <param name="disposing">Whether it is disposed, not finalised.</param>
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
