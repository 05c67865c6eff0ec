using static TorchSharp.torch;

namespace Gan.Runtime.Devices;

/// <summary>A count that is kept in a buffer of a module, wherever the module is moved. Beside a buffer on a GPU the number is kept, as long as nobody else writes to the buffer.</summary>
internal sealed class DeviceCount
{
    private nint handle;
    private long? version;
    private long number;

    /// <summary>The number in the buffer.</summary>
    public long Of(Tensor buffer)
    {
        if (!HostRead.Waits(buffer))
            return HostRead.WholeNumber(buffer);
        if (handle != buffer.Handle || version is null || version != TensorVersion.Of(buffer))
            Know(buffer, HostRead.WholeNumber(buffer));
        return number;
    }

    /// <summary>Adds to the number in the buffer.</summary>
    public void Add(Tensor buffer, long amount)
    {
        var sum = Of(buffer) + amount;
        buffer.add_(amount);
        Know(buffer, sum);
    }

    private void Know(Tensor buffer, long value) => (handle, version, number) = (buffer.Handle, TensorVersion.Of(buffer), value);
}
