using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The exponential moving average of a module's parameters, <c>mean = decay * mean + (1 - decay) * value</c>: one step's weights swing, their average
/// draws better. Buffers, as of batch normalisation, are copied.
/// </summary>
/// <remarks>
/// <para>The average has tensors of its own, matched to a module's by name: its buffers <c>average.*</c>, which with <c>updates</c> and <c>images</c> are
/// its state dict; it saves, loads and moves as any module. Half types are averaged in float32.</para>
/// <para>To draw with it: <see cref="ApplyTo"/> for a while, or <see cref="CopyTo"/> once into another module of the same kind.</para>
/// <para>Source: Yazici 2019 (arXiv 1806.04498); Karras 2018 (arXiv 1710.10196).</para>
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

    /// <summary>An average that begins as a copy of a module.</summary>
    /// <param name="module">The module. It is not kept.</param>
    /// <param name="decay">The decay.</param>
    /// <param name="startStep">The number of updates that only copy, before averaging, and the decay's own count, begin; not negative, default 0.</param>
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

    /// <summary>The number of updates so far, those before the start step included.</summary>
    public long Updates => Counted(updateCount, updates);

    /// <summary>The images of the updates that averaged.</summary>
    public long Images => Counted(imageCount, images);

    /// <summary>Takes a module's present state into the average. To be called after the optimiser's step.</summary>
    /// <param name="module">The module, or another with tensors of the same names and shapes.</param>
    /// <param name="batch">The images that the module has been trained with since the last update, at least 1: what a half-life counts. Default 1.</param>
    /// <exception cref="ArgumentException">The module is null, or its tensors are not those of the average; nothing has been changed.</exception>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch is below 1.</exception>
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

    /// <summary>Copies the average into a module's parameters and buffers, in place.</summary>
    /// <param name="module">A module with tensors of the same names and shapes.</param>
    /// <exception cref="ArgumentException">The module is null, or its tensors are not those of the average; nothing has been changed.</exception>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
    public void CopyTo(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        foreach (var pair in Match(module))
            pair.Value.copy_(pair.Mean);
    }

    /// <summary>Puts the average in a module's place until the result is disposed, which restores the module's own state.</summary>
    /// <remarks>Nothing that was computed with the module before can be differentiated meanwhile or afterwards: its parameters are written to in place.</remarks>
    /// <param name="module">A module with tensors of the same names and shapes.</param>
    /// <returns>What restores the module when disposed.</returns>
    /// <exception cref="ArgumentException">The module is null, or its tensors are not those of the average; nothing has been changed.</exception>
    /// <exception cref="ObjectDisposedException">The average has been disposed.</exception>
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
