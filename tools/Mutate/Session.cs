using System.Diagnostics;
using System.Reflection;

namespace Mutate;

/// <summary>The tests over one loaded copy of the mutated assembly.</summary>
internal sealed class Session
{
    private readonly FieldInfo _switch;
    private readonly List<(TestCase Test, TimeSpan Time)> _tests = [];

    /// <summary>Loads it and runs all tests with a mutant on, or none; what fails without one is left out.</summary>
    public Session(SharedContext shared, string name, byte[] image, string testAssembly, IReadOnlyCollection<string> words)
    {
        var context = new MutantContext(shared, name, image);
        var tests = context.LoadFromAssemblyPath(testAssembly);
        _switch = context.LoadFromAssemblyName(new AssemblyName(name)).GetType("MutantSwitch")!.GetField("On")!;
        foreach (var test in TestCase.In(tests, words))
        {
            var clock = Stopwatch.StartNew();
            if (Error(test) is { } error) Console.WriteLine($"left out: {test.Name}: {error.GetType().Name} {error.Message.Split('\n')[0]}");
            else _tests.Add((test, clock.Elapsed));
        }

        _tests.Sort(static (a, b) => a.Time.CompareTo(b.Time));
    }

    public int Count => _tests.Count;

    public TimeSpan Time => _tests.Aggregate(TimeSpan.Zero, static (sum, test) => sum + test.Time);

    /// <summary>Whether something that the last mutant left behind makes a test fail that passed before.</summary>
    public bool IsSpoilt { get; private set; }

    /// <summary>The quickest test that fails with the mutant on; null where none does.</summary>
    public string? Killer(int number)
    {
        Set(number);
        var killer = _tests.Select(static test => test.Test).FirstOrDefault(static test => Error(test) is not null);
        Set(0);
        IsSpoilt = killer is not null && Error(killer) is not null;
        return killer?.Name;
    }

    private void Set(int number) => _switch.SetValue(null, number);

    private static Exception? Error(TestCase test)
    {
        try
        {
            test.Run();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
