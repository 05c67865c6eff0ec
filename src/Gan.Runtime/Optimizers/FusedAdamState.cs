using System.Runtime.InteropServices;
using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Devices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Optimizers;

/// <summary>What Adam keeps of one parameter: the number of steps and the two moments, in float32 for half types.</summary>
internal sealed class FusedAdamState : OptimizerState, IDisposable
{
    private readonly string name;
    private long steps;
    private Tensor mean;
    private Tensor square;
    private Tensor version;

    /// <param name="parameter">The parameter.</param>
    /// <param name="name">What an exception calls it.</param>
    public FusedAdamState(Parameter parameter, string name)
        : base(parameter)
    {
        this.name = name;
        var dtype = MomentType(parameter);
        mean = zeros(parameter.shape, dtype: dtype, device: parameter.device).DetachFromDisposeScope();
        square = zeros(parameter.shape, dtype: dtype, device: parameter.device).DetachFromDisposeScope();
        version = VersionOf(parameter);
    }

    /// <summary>The number of steps.</summary>
    public long Steps => steps;

    /// <summary>The parameter's gradient, if it has one.</summary>
    /// <exception cref="InvalidOperationException">The parameter has been disposed.</exception>
    public Tensor? Gradient() =>
        _parameter.IsInvalid ? throw new InvalidOperationException($"Parameter {name} of the optimiser has been disposed.") : _parameter.grad;

    /// <exception cref="InvalidOperationException">The gradient is sparse, or the parameter has changed its dtype or device.</exception>
    public void Check(Tensor gradient)
    {
        if (gradient.is_sparse)
            throw new InvalidOperationException($"The gradient of parameter {name} is sparse: Adam needs a dense one.");
        if (mean.dtype != MomentType(_parameter) || mean.device_type != _parameter.device_type || mean.device_index != _parameter.device_index)
            throw new InvalidOperationException($"Parameter {name} is now {_parameter.dtype} on {_parameter.device}, its moments are {mean.dtype} on {mean.device}: create the optimiser after module.to().");
    }

    /// <summary>Updates the parameter by its gradient.</summary>
    public void Step(in AdamGroup group, Tensor gradient)
    {
        var update = AdamUpdate.At(++steps, group);
        if (IsFlat(_parameter) && IsFlat(gradient))
            StepInOnePass(update, gradient);
        else
            StepByOperations(update, gradient);
        // Nothing may finalise the tensors while their memory is written to.
        GC.KeepAlive(this);
    }

    /// <summary>Whether a launch updates the parameter, with others.</summary>
    public bool IsForLaunch(Tensor gradient) => CudaRuntime.Reads(_parameter) && !gradient.is_sparse && CudaRuntime.Reads(gradient) && gradient.dtype == _parameter.dtype;

    /// <summary>What such a launch reads and writes.</summary>
    public Tensor[] Row(Tensor gradient) => [_parameter, gradient, mean, square];

    /// <summary>Counts a step that a launch makes.</summary>
    public void HasStepped()
    {
        steps++;
        CountWrite();
    }

    public override void Initialize(OptimizerOptions options)
    {
        steps = 0;
        mean.zero_();
        square.zero_();
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(steps);
        mean.Save(writer);
        square.Save(writer);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        using var scope = NewDisposeScope();
        Load(reader.ReadInt64(), TensorExtensionMethods.Load(reader), TensorExtensionMethods.Load(reader));
    }

    public override void LoadStateDict(OptimizerState source)
    {
        var state = source as FusedAdamState ?? throw new ArgumentException("The state is not one of FusedAdam.", nameof(source));
        Load(state.steps, state.mean, state.square);
    }

    public override bool ApproximatelyEquals(OptimizerState other) =>
        other is FusedAdamState state && steps == state.steps && HostRead.AreClose(mean, state.mean) && HostRead.AreClose(square, state.square);

    /// <summary>Moves the moments to a device, on which the parameter is.</summary>
    public override void to(Device device)
    {
        var old = (mean, square, version);
        mean = old.mean.to(device, copy: true).DetachFromDisposeScope();
        square = old.square.to(device, copy: true).DetachFromDisposeScope();
        version = VersionOf(_parameter);
        old.mean.Dispose();
        old.square.Dispose();
        old.version.Dispose();
    }

    public void Dispose()
    {
        mean.Dispose();
        square.Dispose();
        version.Dispose();
    }

    private void StepInOnePass(in AdamUpdate update, Tensor gradient)
    {
        AdamKernel.Apply(update, Floats(_parameter), Floats(gradient), Floats(mean), Floats(square));
        CountWrite();
    }

    // Autograd has not seen the write: a graph made before the step must fail in backward, not give wrong gradients.
    private void CountWrite() => version.copy_(version);

    private void StepByOperations(in AdamUpdate update, Tensor gradient)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        update.Apply(_parameter, gradient, mean, square);
    }

    private void Load(long steps, Tensor mean, Tensor square)
    {
        if (!mean.shape.AsSpan().SequenceEqual(this.mean.shape) || !square.shape.AsSpan().SequenceEqual(this.mean.shape))
            throw new ArgumentException($"The state is of a parameter {TensorChecks.Shape(mean)}, not of parameter {name}.");
        this.steps = steps;
        this.mean.copy_(mean);
        this.square.copy_(square);
    }

    private static ScalarType MomentType(Tensor parameter) => parameter.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;

    private static bool IsFlat(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU && tensor.is_contiguous() && tensor.numel() <= int.MaxValue / sizeof(float);

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    /// <summary>A view without elements: writing to it in place counts as a write to the parameter, and touches nothing.</summary>
    private static Tensor VersionOf(Parameter parameter)
    {
        using var scope = NewDisposeScope();
        return parameter.detach().unsqueeze(0).narrow(0, 0, 0).DetachFromDisposeScope();
    }
}
