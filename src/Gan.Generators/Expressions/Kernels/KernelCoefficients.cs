namespace Gan.Generators.Expressions.Kernels;

/// <summary>The numbers of a kernel that hyperparameters make: each under a name, so that it is computed once a call.</summary>
/// <param name="taken">Names that mean something else.</param>
internal sealed class KernelCoefficients(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];
    private readonly List<(string Name, string Value)> _all = [];

    public IReadOnlyList<(string Name, string Value)> All => _all;

    /// <param name="value">A C# expression of type double.</param>
    public string NameOf(string value)
    {
        if (_all.Find(known => known.Value == value) is { Name: { } name }) return name;
        name = "k";
        for (var number = 2; !_taken.Add(name); number++) name = "k" + Numbers.Text(number);
        _all.Add((name, value));
        return name;
    }
}
