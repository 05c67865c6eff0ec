using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Computes the exponential moving average of the parameters of a module, <c>mean = decay * mean + (1 - decay) * value</c>. A generator with averaged weights draws better samples.
/// </summary>
/// <remarks>
/// <para>Buffers, such as the statistics of batch normalisation, are copied and not averaged. Half types are averaged in float32.</para>
/// <para>The average has tensors of its own, which correspond to the tensors of the module by name. They are the buffers <c>average.*</c> of its state dict, beside <c>updates</c> and <c>images</c>.
/// It can be saved, loaded and moved like any module.</para>
/// <para>To draw samples with the average, call <see cref="ApplyTo"/>, which is temporary, or <see cref="CopyTo"/> with another module of the same kind.</para>
/// <para>Sources: Yazıcı et al. 2019 (arXiv 1806.04498); Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196).</para>
/// </remarks>
public sealed class ExponentialMovingAverage : nn.Module
{
    private readonly AverageDecay decay;
    private readonly long startStep;
    private readonly Tensor updates;
    private readonly Tensor images;
    private readonly DeviceCount updateCount = new();
    private readonly DeviceCount imageCount = new();
    private readonly AverageLaunches launches = new();

    /// <summary>Initialises a new instance of the <see cref="ExponentialMovingAverage"/> class with a copy of a module.</summary>
    /// <param name="module">The module to copy. The average does not keep a reference to it.</param>
    /// <param name="decay">The decay.</param>
    /// <param name="startStep">The number of updates that only copy the module, before averaging starts, at least 0. The default is 0.</param>
    /// <exception cref="ArgumentNullException">The module or the decay is null.</exception>
    /// <exception cref="ArgumentException">The module has no parameters and no buffers, or has been disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The start step is negative.</exception>
    public ExponentialMovingAverage(nn.Module module, AverageDecay decay, long startStep = 0)
        : base(nameof(ExponentialMovingAverage))
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(decay);
        ArgumentOutOfRangeException.ThrowIfNegative(startStep);
        TorchBackend.Check();
        (this.decay, this.startStep) = (decay, startStep);
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var state = ModuleState.Of(module, nameof(module));
        foreach (var (name, value) in state.Tensors)
            register_buffer(AverageState.Prefix + name, Precision.AtLeastFloat32(value.detach()).clone().DetachFromDisposeScope());
        updates = zeros([], dtype: ScalarType.Int64).DetachFromDisposeScope();
        images = zeros([], dtype: ScalarType.Int64).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>Gets the number of updates so far, including the updates before the start step.</summary>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    /// <exception cref="InvalidOperationException">The average has been moved to the meta device.</exception>
    public long Updates => Counted(updateCount, updates);

    /// <summary>Gets the number of images of the updates since the start step.</summary>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    /// <exception cref="InvalidOperationException">The average has been moved to the meta device.</exception>
    public long Images => Counted(imageCount, images);

    /// <summary>Updates the average with the current state of a module. Call it after the optimiser step.</summary>
    /// <param name="module">The module, or another one with tensors of the same names and shapes.</param>
    /// <param name="batch">The number of images that the module has been trained with since the last update, at least 1. A half-life counts them. The default is 1.</param>
    /// <exception cref="ArgumentException">The module is null, or its tensors do not match the average. Nothing has been changed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch is less than 1.</exception>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    /// <exception cref="InvalidOperationException">The average has been moved to the meta device.</exception>
    /// <exception cref="CudaException">A CUDA kernel cannot be compiled, loaded or launched.</exception>
    public void Update(nn.Module module, long batch = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var pairs = Match(module);
        var averaged = Updates - startStep;
        var kept = averaged < 0 ? 0 : decay.At(averaged, Images, batch);
        foreach (var pair in launches.Update(pairs, kept))
            pair.Average(kept);
        updateCount.Add(updates, 1);
        if (averaged >= 0)
            imageCount.Add(images, batch);
    }

    /// <summary>Computes the squared distance of the parameters of a module from their average, <c>sum ||value - mean||^2</c>. Buffers do not count.</summary>
    /// <remarks>With <see cref="AverageDecay.Historical"/>, it is the penalty of historical averaging, for either player. Source: Salimans et al. 2016 (arXiv 1606.03498).</remarks>
    /// <param name="module">A module with tensors of the same names and shapes.</param>
    /// <returns>A scalar of at least float32, with the graph to the parameters of the module.</returns>
    /// <exception cref="ArgumentException">The module is null, its tensors do not match the average, or it has no floating-point parameter.</exception>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    /// <exception cref="InvalidOperationException">The average has been moved to the meta device.</exception>
    public Tensor Distance(nn.Module module)
    {
        using var scope = NewDisposeScope();
        var distances = Match(module).Where(static pair => !pair.IsCopied).Select(static pair => Precision.AtLeastFloat32(pair.Value).sub(pair.Mean.to(pair.Value.device)).square().sum()).ToArray();
        return distances.Length == 0 ? throw new ArgumentException("The module has no floating-point parameter, so it has no distance from an average.", nameof(module))
            : distances.Aggregate(static (sum, distance) => sum.add(distance)).MoveToOuterDisposeScope();
    }

    /// <summary>Copies the average into the parameters and buffers of a module, in place.</summary>
    /// <param name="module">A module with tensors of the same names and shapes.</param>
    /// <exception cref="ArgumentException">The module is null, or its tensors do not match the average. Nothing has been changed.</exception>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    /// <exception cref="InvalidOperationException">The average has been moved to the meta device.</exception>
    public void CopyTo(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        foreach (var pair in Match(module))
            pair.Value.copy_(pair.Mean);
    }

    /// <summary>Replaces the parameters and buffers of a module with the average until the result is disposed.</summary>
    /// <remarks>The method writes to the parameters in place. Graphs that were built with the module before the call cannot be differentiated after it.</remarks>
    /// <param name="module">A module with tensors of the same names and shapes.</param>
    /// <returns>An object that restores the state of the module when it is disposed.</returns>
    /// <exception cref="ArgumentException">The module is null, or its tensors do not match the average. Nothing has been changed.</exception>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    /// <exception cref="InvalidOperationException">The average has been moved to the meta device.</exception>
    public AppliedAverage ApplyTo(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        return new AppliedAverage(Match(module));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            launches.Dispose();
        base.Dispose(disposing);
    }

    private long Counted(DeviceCount count, Tensor buffer)
    {
        CheckState();
        return count.Of(buffer);
    }

    private void CheckState()
    {
        ObjectDisposedException.ThrowIf(updates.IsInvalid, this);
        if (updates.device_type == DeviceType.META)
            throw new InvalidOperationException("The average has been moved to the meta device: it has no numbers any more.");
    }

    private IReadOnlyList<AveragedTensor> Match(nn.Module module)
    {
        CheckState();
        return AverageState.Match(this, module);
    }
}
