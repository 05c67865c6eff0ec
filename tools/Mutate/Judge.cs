namespace Mutate;

/// <summary>Says what becomes of a mutant.</summary>
internal sealed class Judge(Func<IReadOnlyCollection<string>, int, Session> newSession, IReadOnlyCollection<string> words, Coverage coverage, TimeSpan patience)
{
    private Session? _session;

    /// <summary>
    /// Runs the tests that reach it, up to so much of their time: for a while where they have run before, then, if it lives, in a copy that has computed nothing
    /// yet, as a value that was kept does not change.
    /// </summary>
    public string Verdict(int mutant, bool isOfStatic)
    {
        if (!coverage.Reaches(mutant)) return "not reached";
        _session ??= newSession(words, Switches.None);
        if (!isOfStatic && Killer(_session, mutant, coverage.Reaching(mutant), patience / 3, out _) is { } killer)
        {
            if (!_session.Passes(killer, Switches.None, Limit(killer))) Forget();
            return Killed(killer);
        }

        var tests = coverage.ReachingByClass(mutant);
        using var fresh = newSession([.. tests.Select(static test => TestCase.ClassOf(test) + ".").Distinct()], mutant);
        return Killer(fresh, mutant, tests, patience, out var left) is { } other ? Killed(other) : left == 0 ? "survived" : $"survived, {left} tests not run";
    }

    private string? Killer(Session session, int mutant, IReadOnlyList<string> tests, TimeSpan longest, out int left)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < tests.Count; i++)
        {
            left = tests.Count - i;
            if (i > 0 && Environment.CpuUsage.TotalTime - start + coverage.Time(tests[i]) > longest) return null;
            if (!session.Passes(tests[i], mutant, Limit(tests[i]))) return tests[i];
        }

        left = 0;
        return null;
    }

    private string Killed(string test)
    {
        coverage.AddKill(test);
        return "killed by " + test;
    }

    private TimeSpan Limit(string test) => TimeSpan.FromSeconds(10) + (5 * coverage.LongestOfClass(test));

    private void Forget()
    {
        _session?.Dispose();
        _session = null;
    }
}
