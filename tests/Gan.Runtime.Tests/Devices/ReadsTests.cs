using System.Text.RegularExpressions;
using Gan.Runtime.Devices;

namespace Gan.Runtime.Tests.Devices;

/// <summary>Numbers of tensors come to the program in one place, where they are counted.</summary>
public sealed partial class ReadsTests
{
    // The kernels read the CPU's memory where it lies, and so does the check of the CPU's layers.
    private static readonly string[] s_ofTheCpu = ["Backend/CheckedLayer.cs", "Optimizers/FusedAdamState.cs"];

    private static readonly string s_folder = Path.Combine(Repository.Root, "src", "Gan.Runtime");

    [Fact]
    public void NothingElseReads() => Assert.Empty(Reading(Read()));

    [Fact]
    public void NothingElseTakesMemory() => Assert.Empty(Reading(Memory()).Except(s_ofTheCpu));

    /// <summary>A number in a tensor's place becomes a tensor of the CPU, and its way to a GPU is waited for.</summary>
    [Fact]
    public void NothingSendsANumberAsATensor()
    {
        Assert.Empty(Reading(Sent()));
        Assert.Matches(Sent(), "where(mask, tensor, 0)");
        Assert.Matches(Sent(), "where(mask, -1.5, other)");
    }

    /// <summary>A test that finds none would pass as well.</summary>
    [Fact]
    public void ReadsAreSeen()
    {
        Assert.Matches(Read(), File.ReadAllText(Path.Combine(s_folder, "Devices", $"{nameof(HostRead)}.cs")));
        Assert.Equal(s_ofTheCpu.Order(), Reading(Memory()).Order());
    }

    private static IEnumerable<string> Reading(Regex pattern) =>
        from file in Directory.EnumerateFiles(s_folder, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(s_folder, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal) && path != $"Devices/{nameof(HostRead)}.cs"
        where pattern.IsMatch(File.ReadAllText(file))
        select path;

    // BitConverter has names like these.
    [GeneratedRegex(@"\.(To(Single|Double|Boolean|Byte|Int16|Int32|Int64|Half|Scalar|ComplexFloat32|ComplexFloat64)\(\)|item(<\w+>)?\(|cpu\(\)|allclose\(|equal\(|data<)")]
    private static partial Regex Read();

    [GeneratedRegex(@"\b(where|maximum|minimum|fmax|fmin|lerp|heaviside)\((.*, *)?-?[0-9.]+[,)]")]
    private static partial Regex Sent();

    [GeneratedRegex(@"\.bytes\b")]
    private static partial Regex Memory();
}
