using System.Globalization;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>What a check of a device found: the largest error of each kind, and every failure, told together in the end.</summary>
internal sealed class Findings
{
    private readonly SortedDictionary<string, (double Error, string Case)> _largest = [];
    private readonly List<string> _failures = [];
    private int _checks;

    /// <summary>Runs a check; whatever it throws is a failure among others.</summary>
    public void Try(string name, Action check)
    {
        try
        {
            using var scope = NewDisposeScope();
            check();
        }
        catch (Exception exception)
        {
            _failures.Add($"{name}: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings("\n").Split("\n   at ")[0]}");
        }
    }

    /// <summary>Compares with float64 numbers. Errors are relative to the largest of them, and of a single number to 1 at least: a loss may be a difference of terms near 1.</summary>
    public void Compare(string kind, string name, Tensor expected, Tensor actual, double tolerance)
    {
        _checks++;
        var scale = Math.Max(expected.abs().max().item<double>(), expected.dim() == 0 ? 1 : 0);
        var error = actual.detach().to(float64).cpu().reshape(expected.shape).sub(expected).abs().max().item<double>() / Math.Max(scale, 1e-30);
        if (!(error <= tolerance))
            _failures.Add(string.Create(CultureInfo.InvariantCulture, $"{kind}, {name}: relative error {error:G3} above {tolerance:G3}"));
        else if (!_largest.TryGetValue(kind, out var known) || error > known.Error)
            _largest[kind] = (error, name);
    }

    public void Require(string name, bool holds)
    {
        _checks++;
        if (!holds)
            _failures.Add(name);
    }

    /// <returns>Whether nothing failed.</returns>
    public bool Print()
    {
        Markdown.Head("what", "largest relative error", "of");
        foreach (var (kind, (error, name)) in _largest)
            Markdown.Row(kind, error.ToString("G3", CultureInfo.InvariantCulture), name);
        Console.WriteLine();
        Console.WriteLine($"{_checks} checks, {_failures.Count} failures.");
        foreach (var failure in _failures)
            Console.WriteLine($"FAILED {failure}");
        return _failures.Count == 0;
    }
}
