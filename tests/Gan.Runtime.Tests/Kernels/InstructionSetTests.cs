using System.Reflection;
using System.Runtime.Intrinsics;
using Gan.Runtime.Tests.Support;

namespace Gan.Runtime.Tests.Kernels;

/// <summary>All tests of kernels once more, in a process in which the runtime uses fewer instructions of this machine.</summary>
public sealed class InstructionSetTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    public void KernelsAreRightWithout(string setting)
    {
        var child = ChildProcess.Run(RunAll, setting);
        Assert.True(child.ExitCode == 0, $"{child.Output}\n{child.Errors}");
        Assert.EndsWith("done", child.Output.TrimEnd());
    }

    private static void RunAll()
    {
        // The setting took effect, or the run would prove nothing.
        Assert.False(Environment.GetEnvironmentVariable("DOTNET_EnableHWIntrinsic") == "0" && Vector128.IsHardwareAccelerated);
        Assert.False(Environment.GetEnvironmentVariable("DOTNET_EnableAVX2") == "0" && Vector256.IsHardwareAccelerated);
        Assert.False(Environment.GetEnvironmentVariable("DOTNET_EnableAVX512") == "0" && Vector512.IsHardwareAccelerated);
        var count = 0;
        foreach (var type in typeof(InstructionSetTests).Assembly.GetTypes().Where(static type => type.Namespace == typeof(InstructionSetTests).Namespace && type != typeof(InstructionSetTests)))
        {
            foreach (var test in type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(static method => method.GetCustomAttribute<FactAttribute>() is not null))
            {
                foreach (var arguments in Rows(test))
                {
                    Console.WriteLine($"{type.Name}.{test.Name}({string.Join(", ", arguments)})");
                    test.Invoke(Activator.CreateInstance(type), arguments);
                    count++;
                }
            }
        }

        Assert.True(count > 30, $"{count} tests");
        Console.WriteLine("done");
    }

    private static IEnumerable<object[]> Rows(MethodInfo test) => test.GetCustomAttributes<Xunit.Sdk.DataAttribute>().Any()
        ? test.GetCustomAttributes<Xunit.Sdk.DataAttribute>().SelectMany(data => data.GetData(test))
        : [[]];
}
