using System.Reflection;
using Gan.Runtime;

namespace Samples.Tests;

/// <summary>A sample as its user runs it: its entry point, in this process.</summary>
internal static class Sample
{
    /// <summary>The exit code.</summary>
    public static int Run(string name, params string[] arguments) =>
        (int)Assembly.Load(name).EntryPoint!.Invoke(null, [arguments])!;

    /// <summary>The exit code, and what it wrote to the console.</summary>
    public static (int Code, string Output, string Errors) Listen(string name, params string[] arguments)
    {
        // On some machines it says a line, once, which is not the sample's.
        TorchBackend.Check();
        var (output, errors) = (Console.Out, Console.Error);
        using var heard = new StringWriter();
        using var heardErrors = new StringWriter();
        Console.SetOut(heard);
        Console.SetError(heardErrors);
        try
        {
            var code = Run(name, arguments);
            return (code, heard.ToString(), heardErrors.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}
