using System.Runtime.InteropServices;

namespace Gan.Runtime;

/// <summary>What libtorch refuses, as an exception that says which argument it was.</summary>
internal static class Refusals
{
    /// <summary>The result of a call into a module or an operation that takes the caller's tensors.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What is refused, for the message.</param>
    /// <param name="parameterName">The caller's argument.</param>
    /// <exception cref="ArgumentException">libtorch refuses it.</exception>
    public static T Of<T>(Func<T> call, Func<string> what, string parameterName)
    {
        try
        {
            return call();
        }
        catch (ExternalException error)
        {
            throw new ArgumentException($"{what()}: {ReasonOf(error)}", parameterName, error);
        }
    }

    /// <summary>The first line: what follows are frames of C++.</summary>
    public static string ReasonOf(ExternalException error) => error.Message.Split('\n', 2)[0].TrimEnd('\r', '.');
}
