using System.Diagnostics;
using System.Reflection;
using Gan.Runtime.Tests.PublicSurface.Values;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface;

/// <summary>One call of a public method, and what is wrong with how it ended.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">A value for each of its slots.</param>
internal sealed record HostileCall(PublicMethod Method, IReadOnlyList<Value> Arguments)
{
    /// <summary>Whether it returned, or had another reason not to than an argument.</summary>
    public bool TookArguments { get; private set; }

    /// <summary>Calls the method.</summary>
    /// <returns>What is wrong; null where it returned as it should, or refused an argument as it should.</returns>
    public string? Run()
    {
        var before = Live;
        return Called() ?? (Live == before ? null : $"leaves {Live - before} tensors alive");
    }

    // Tensor.TotalCount counts the tensor that a parameter was made of for ever.
    private static long Live => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    public override string ToString() => $"{Method} of {string.Join(", ", Method.Slots.Zip(Arguments, (slot, argument) => $"{slot.Name}: {argument.Name}"))}";

    private string? Called()
    {
        using var scene = new Scene();
        var arguments = Arguments.Select(argument => argument.Make(scene)).ToArray();
        using var scope = NewDisposeScope();
        try
        {
            var result = Call(arguments);
            TookArguments = true;
            if (Arguments.All(argument => argument.IsSane) && Results.NaNIn(result) is { } what)
                return $"{what} is NaN";
            Results.Release(result);
            if (!Method.IsUnchecked && Arguments.FirstOrDefault(argument => argument.IsMeaningless) is { } meaningless)
                return $"accepts {meaningless.Name}";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            TookArguments = error is not ArgumentException;
            return FaultOf(error, arguments);
        }

        scene.Release();
        return scope.DisposablesCount > 0 ? $"leaves {scope.DisposablesCount} tensors to the caller" : null;
    }

    private object? Call(object?[] arguments)
    {
        var (receiver, rest) = Method.HasReceiver ? (arguments[0], arguments[1..]) : (null, arguments);
        return Method.Method is ConstructorInfo constructor
            ? constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, rest, null)
            : Method.Method.Invoke(receiver, BindingFlags.DoNotWrapExceptions, null, rest, null);
    }

    /// <summary>What is wrong with an exception: nothing where the library refuses an argument by name, or where it is the caller's own.</summary>
    private string? FaultOf(Exception error, object?[] arguments)
    {
        if (error is CallerException || error.GetType().Assembly == PublicMethods.Library)
            return null;
        var isRefusal = error is InvalidOperationException or NotSupportedException || (error is ArgumentException { ParamName: { } name } && (Method.Names(name) || arguments.OfType<string>().Contains(name)));
        return isRefusal && !IsThrownBelow(error) ? null : $"throws {error.GetType().Name}: {error.Message.Split('\n')[0]} {Where(error)}";
    }

    /// <summary>Whether TorchSharp throws it, not the library.</summary>
    private static bool IsThrownBelow(Exception error) =>
        error.TargetSite!.Module.Assembly is var thrower && (thrower == typeof(object).Assembly ? FramesOf(error).FirstOrDefault()?.Module.Assembly : thrower) == typeof(Tensor).Assembly;

    private static string Where(Exception error) => string.Join(" < ", FramesOf(error).Take(5).Select(method => $"{method.DeclaringType?.Name}.{method.Name}"));

    private static IEnumerable<MethodBase> FramesOf(Exception error) => new StackTrace(error).GetFrames().Select(frame => frame.GetMethod())
        .OfType<MethodBase>().Where(method => method.Module.Assembly != typeof(object).Assembly);
}
