namespace Gan.Runtime.Testing;

/// <summary>A loss or a penalty is not what it must be. The message says where, what was expected and what came.</summary>
public sealed class ObjectiveCheckException : Exception
{
    /// <summary>A failure without further words.</summary>
    public ObjectiveCheckException()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">Where, what was expected and what came.</param>
    public ObjectiveCheckException(string message)
        : base(message)
    {
    }

    /// <summary>A failure caused by another exception.</summary>
    /// <param name="message">Where, what was expected and what came.</param>
    /// <param name="innerException">The cause.</param>
    public ObjectiveCheckException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
