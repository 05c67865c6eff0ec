using System.Globalization;
using Gan.Runtime.Tests.PublicSurface.Values;
using Gan.Runtime.Tests.Support;

namespace Gan.Runtime.Tests.PublicSurface;

/// <summary>
/// Whatever comes into whichever public method, the caller gets a result or an exception that names the argument: never what libtorch or .NET throws on its own, never a silent NaN,
/// never a leak, never the end of the process.
/// </summary>
public class HostileArgumentTests
{
    private static readonly int Pairs = Setting("GANDSL_PAIRS", 12);

    private static readonly int Seed = Setting("GANDSL_SEED", 1);

    /// <summary>Of the values, a method that another class has just so is called with one in this many, each class with others.</summary>
    private const int Share = 4;

    [Fact]
    public void No_argument_of_any_public_method_is_met_unprepared()
    {
        var child = ChildProcess.Run(CallEverything);
        var lines = child.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(child.ExitCode == 0, $"The process ended with {child.ExitCode} at {lines.LastOrDefault()}: {child.Errors}");
        var faults = lines.Where(line => line.StartsWith('!')).ToArray();
        Assert.True(faults.Length == 0, string.Join('\n', faults));
        Assert.StartsWith("done", lines[^1], StringComparison.Ordinal);
    }

    internal static void CallEverything()
    {
        var calls = 0;
        var signatures = new Dictionary<string, int>();
        foreach (var method in PublicMethods.All())
        {
            Console.WriteLine(method);
            var earlier = signatures.GetValueOrDefault(method.Signature);
            signatures[method.Signature] = earlier + 1;
            // What the runtime keeps from its first call on is no leak.
            Expected(method).First().Run();
            var tookArguments = false;
            foreach (var call in Expected(method).Concat(Singles(method).Concat(PairsOf(method)).Where((_, i) => earlier == 0 || (i + earlier) % Share == 0)))
            {
                calls++;
                Console.WriteLine($"  {call}");
                if (call.Run() is { } fault)
                    Console.WriteLine($"! {call} {fault}");
                tookArguments |= call.TookArguments;
            }

            if (!tookArguments)
                Console.WriteLine($"! {method} refuses what it is meant for.");
        }

        Console.WriteLine($"done: {signatures.Values.Sum()} methods, {calls} calls");
    }

    /// <summary>What the method is meant for: the first good value of each slot, then the second, and so on.</summary>
    private static IEnumerable<HostileCall> Expected(PublicMethod method) =>
        from i in Enumerable.Range(0, method.Slots.Max(slot => slot.Values.Good.Count))
        select new HostileCall(method, [.. method.Slots.Select(slot => slot.Values.Good[Math.Min(i, slot.Values.Good.Count - 1)])]);

    /// <summary>One parameter at a time.</summary>
    private static IEnumerable<HostileCall> Singles(PublicMethod method) =>
        method.Slots[0].Values.Hostile.Select(value => new HostileCall(method, With(method, (0, value)))).Concat(
            from first in method.Slots[0].Values.Good
            from slot in Enumerable.Range(1, method.Slots.Count - 1)
            from value in method.Slots[slot].Values.All.Skip(1)
            select new HostileCall(method, With(method, (0, first), (slot, value))));

    /// <summary>Some pairs, the same ones for one seed.</summary>
    private static IEnumerable<HostileCall> PairsOf(PublicMethod method)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Pairs && method.Slots.Count > 1; i++)
        {
            var slots = Enumerable.Range(0, method.Slots.Count).ToArray();
            random.Shuffle(slots);
            yield return new(method, With(method, [.. slots.Take(2).Select(slot => (slot, Any(method.Slots[slot].Values)))]));
        }

        Value Any(ValueSet values) => random.GetItems([.. values.All], 1)[0];
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static Value[] With(PublicMethod method, params (int Slot, Value Value)[] changes)
    {
        var values = method.Slots.Select(slot => slot.Values.Good[0]).ToArray();
        foreach (var (slot, value) in changes)
            values[slot] = value;
        return values;
    }
}
