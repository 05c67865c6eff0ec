namespace Gan.Runtime.Testing;

/// <summary>The exception that is thrown when a check of a loss or a penalty fails. Its message states where, and the expected and the actual value.</summary>
public sealed class ObjectiveCheckException : Exception
{
    /// <summary>Initialises a new instance of the <see cref="ObjectiveCheckException"/> class.</summary>
    public ObjectiveCheckException()
    {
    }

    /// <summary>Initialises a new instance of the <see cref="ObjectiveCheckException"/> class with a message.</summary>
    /// <param name="message">The message, which states where the check failed, and the expected and the actual value.</param>
    public ObjectiveCheckException(string message)
        : base(message)
    {
    }

    /// <summary>Initialises a new instance of the <see cref="ObjectiveCheckException"/> class with a message and the exception that caused it.</summary>
    /// <param name="message">The message, which states where the check failed, and the expected and the actual value.</param>
    /// <param name="innerException">The exception that caused the failure.</param>
    public ObjectiveCheckException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
