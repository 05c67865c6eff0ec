using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Checks;

/// <summary>What libtorch or TorchSharp refuses, as an exception that says which argument it was.</summary>
internal static class Refusals
{
    /// <summary>The result of a call into a module or an operation that takes the caller's tensors.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What is refused, for the message.</param>
    /// <param name="parameterName">The caller's argument.</param>
    /// <exception cref="ArgumentException">It is refused.</exception>
    public static T Of<T>(Func<T> call, Func<string> what, string parameterName)
    {
        try
        {
            return call();
        }
        catch (Exception error) when (IsOne(error))
        {
            throw new ArgumentException($"{what()}: {ReasonOf(error)}", parameterName, error);
        }
    }

    /// <summary>Differentiates tensors through the networks behind them.</summary>
    /// <param name="backward">The backward pass.</param>
    /// <param name="what">What is wrong where it fails, for the message.</param>
    /// <exception cref="InvalidOperationException">It fails: a network writes over what its gradient needs, or its graph has been freed.</exception>
    public static void Differentiate(Action backward, string what = "The networks cannot be differentiated") => Graph(
        () =>
        {
            backward();
            return 0;
        },
        what);

    /// <summary>A result with its graph.</summary>
    /// <param name="call">The operations.</param>
    /// <param name="what">What is wrong where they fail, for the message.</param>
    /// <exception cref="InvalidOperationException">They fail: a tensor of an inference is among those that a gradient needs.</exception>
    public static T Graph<T>(Func<T> call, string what)
    {
        try
        {
            return call();
        }
        catch (Exception error) when (IsOne(error))
        {
            throw new InvalidOperationException($"{what}: {ReasonOf(error)}.", error);
        }
    }

    /// <summary>Whether it comes from below, not from the code of a caller.</summary>
    private static bool IsOne(Exception error) =>
        error is ExternalException || (error is ArgumentException or InvalidOperationException && error.Source == typeof(Tensor).Assembly.GetName().Name);

    /// <summary>The first line: what follows are frames of C++.</summary>
    private static string ReasonOf(Exception error) => error.Message.Split('\n', 2)[0].TrimEnd('\r', '.');
}
