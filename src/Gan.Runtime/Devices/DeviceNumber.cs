using static TorchSharp.torch;

namespace Gan.Runtime.Devices;

/// <summary>A number that a computation left in a tensor: it is read when it is first asked for, and at once where that is no waiting.</summary>
internal sealed class DeviceNumber
{
    private Tensor? tensor;
    private double number;

    /// <param name="scalar">A tensor of one number, which is now this object's.</param>
    public DeviceNumber(Tensor scalar)
    {
        tensor = scalar;
        if (!HostRead.Waits(scalar))
            Read(scalar);
    }

    /// <summary>The number.</summary>
    /// <exception cref="ObjectDisposedException">It was not read before its memory was freed.</exception>
    public double Value
    {
        get
        {
            if (tensor is { } unread)
            {
                if (unread.IsInvalid)
                    throw new ObjectDisposedException(nameof(Tensor), "The number is still on the device, and its memory has been freed: read it before you dispose its owner.");
                Read(unread);
            }

            return number;
        }
    }

    /// <summary>The tensor, as long as nothing has been read.</summary>
    public Tensor? Unread => tensor;

    private void Read(Tensor unread)
    {
        number = HostRead.Number(unread);
        unread.Dispose();
        tensor = null;
    }
}
