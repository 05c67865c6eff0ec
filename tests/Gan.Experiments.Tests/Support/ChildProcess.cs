using System.Diagnostics;
using System.Reflection;

namespace Gan.Experiments.Tests.Support;

/// <summary>Runs a static method of this assembly in a process of its own, which can be killed.</summary>
public static class ChildProcess
{
    /// <summary>Starts a method; what it writes to the console is the process's output.</summary>
    public static Process Start(Action<string[]> method, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(ChildProcess).Assembly.Location, method.Method.DeclaringType!.FullName!, method.Method.Name },
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>The child's side: the entry point of the test assembly, given a type, a method and its arguments.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is [var type, var method, .. var rest])
            Type.GetType(type)!.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.Invoke(null, [rest]);
        return 0;
    }
}
