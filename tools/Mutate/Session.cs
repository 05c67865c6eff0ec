using System.Reflection;

namespace Mutate;

/// <summary>The tests over one loaded copy of the mutated assembly.</summary>
internal sealed class Session : IDisposable
{
    private readonly MutantContext _context;
    private readonly FieldInfo _on, _reached;
    private readonly Dictionary<string, TestCase> _tests;

    public Session(SharedContext shared, string name, byte[] image, string testAssembly, IReadOnlyCollection<string> words, int mutant)
    {
        _context = new(shared, name, image);
        var tests = _context.LoadFromAssemblyPath(testAssembly);
        var type = _context.LoadFromAssemblyName(new AssemblyName(name)).GetType("MutantSwitch")!;
        (_on, _reached) = (type.GetField("On")!, type.GetField("Reached")!);
        // The rows of a test are computed as well.
        MutantContext.Current = _context;
        _on.SetValue(null, mutant);
        _tests = TestCase.In(tests, words).ToDictionary(static test => test.Name);
    }

    public IReadOnlyCollection<string> Names => _tests.Keys;

    /// <summary>What a test does with no mutant on: how long it takes, which mutants it reaches, and whether it passes.</summary>
    public (TimeSpan Time, int[] Reached, Exception? Error) Record(string test, int mutants)
    {
        var reached = new bool[mutants + 1];
        _reached.SetValue(null, reached);
        var run = Run(test, Switches.Record, TimeSpan.FromMinutes(10));
        return (run.Time, [.. Enumerable.Range(0, reached.Length).Where(number => reached[number])], run.Error);
    }

    /// <summary>Whether a test passes with a mutant on, or none.</summary>
    public bool Passes(string test, int mutant, TimeSpan limit) => Run(test, mutant, limit).Error is null;

    public void Dispose() => _context.Unload();

    private (TimeSpan Time, Exception? Error) Run(string test, int mutant, TimeSpan limit)
    {
        Exception? failure = null;
        var started = Environment.TickCount64;
        var processor = Environment.CpuUsage.TotalTime;
        var worker = new Thread(() => failure = Error(_tests[test]), 16 << 20) { IsBackground = true };
        MutantContext.Current = _context;
        _on.SetValue(null, mutant);
        worker.Start();
        // On a busy machine only the processor's time says something; a deadlock takes none of it.
        while (!worker.Join(100) && Environment.CpuUsage.TotalTime - processor < limit && Environment.TickCount64 - started < 10 * limit.TotalMilliseconds) { }
        if (worker.IsAlive)
        {
            _on.SetValue(null, Switches.Stop);
            if (!worker.Join(TimeSpan.FromSeconds(20))) Environment.Exit(4);
            failure = new TimeoutException();
        }

        _on.SetValue(null, Switches.None);
        return (TimeSpan.FromMilliseconds(Environment.TickCount64 - started), failure);
    }

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
