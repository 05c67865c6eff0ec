using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mutate;

/// <summary>Which tests reach which mutants, and how long each takes: found by one run of all tests, and kept in a file for the next call.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, TimeSpan> _times = [];
    private readonly Dictionary<int, List<string>> _tests = [];
    private readonly Dictionary<string, TimeSpan> _ofClass = [];
    private readonly Dictionary<string, int> _kills = [];

    private Coverage()
    {
    }

    public int Count => _times.Count;

    public TimeSpan Total => _times.Values.Aggregate(TimeSpan.Zero, static (sum, time) => sum + time);

    public static Coverage Of(Session session, IReadOnlyList<Mutant> mutants, string testAssembly, string file)
    {
        var key = Convert.ToHexString(SHA256.HashData([.. Encoding.UTF8.GetBytes(string.Join('\n', mutants.Select(static mutant => mutant.Id))), .. File.ReadAllBytes(testAssembly)])) + session.Names.Count;
        var coverage = new Coverage();
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (lines.FirstOrDefault() == key)
        {
            foreach (var line in lines.Skip(1).Select(static line => line.Split('\t')))
                coverage.Add(line[0], TimeSpan.FromMilliseconds(double.Parse(line[1], CultureInfo.InvariantCulture)), [.. line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]);
            return coverage;
        }

        if (lines.Length > 0) Console.WriteLine($"{file} is of other mutants or tests than {key}: it is made again");
        List<string> found = [key];
        foreach (var test in session.Names)
        {
            var (time, reached, error) = session.Record(test, mutants.Count);
            if (error is not null)
            {
                Console.WriteLine($"left out, it fails without a mutant: {test}: {error.GetType().Name} {error.Message.Split('\n')[0]}");
                continue;
            }

            coverage.Add(test, time, reached);
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{test}\t{time.TotalMilliseconds}\t{string.Join(' ', reached)}"));
        }

        File.WriteAllLines(file, found);

        return coverage;
    }

    public TimeSpan Time(string test) => _times[test];

    /// <summary>The longest of its class: the first to run computes what the others read.</summary>
    public TimeSpan LongestOfClass(string test) => _ofClass.TryGetValue(TestCase.ClassOf(test), out var longest) ? longest : TimeSpan.Zero;

    public bool Reaches(int mutant) => _tests.ContainsKey(mutant);

    /// <summary>The tests that reach a mutant: those first that found most for their time.</summary>
    public IReadOnlyList<string> Reaching(int mutant) => [.. _tests.GetValueOrDefault(mutant, []).OrderBy(Cost)];

    /// <summary>Those, and the others of their classes: what one test of a class computes, the others may only read.</summary>
    public IReadOnlyList<string> ReachingByClass(int mutant)
    {
        var classes = Reaching(mutant).Select(TestCase.ClassOf).ToHashSet();
        return [.. _times.Keys.Where(test => classes.Contains(TestCase.ClassOf(test))).OrderBy(Cost)];
    }

    public void AddLike(int mutant, IEnumerable<int> others)
    {
        var tests = others.SelectMany(other => _tests.GetValueOrDefault(other, [])).Distinct().ToList();
        _tests[mutant] = tests.Count > 0 ? tests : [.. _times.Keys];
    }

    public void AddKill(string test) => _kills[test] = _kills.GetValueOrDefault(test) + 1;

    private double Cost(string test) => (_times[test].TotalMilliseconds + 1) / (1 + _kills.GetValueOrDefault(test));

    private void Add(string test, TimeSpan time, int[] reached)
    {
        _times[test] = time;
        if (time > LongestOfClass(test)) _ofClass[TestCase.ClassOf(test)] = time;
        foreach (var mutant in reached)
        {
            if (!_tests.TryGetValue(mutant, out var tests)) _tests[mutant] = tests = [];
            tests.Add(test);
        }
    }
}
