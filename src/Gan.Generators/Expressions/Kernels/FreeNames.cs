namespace Gan.Generators.Expressions.Kernels;

/// <summary>Hands out names that nothing else has.</summary>
/// <param name="taken">Names that mean something else.</param>
internal sealed class FreeNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    /// <summary>The name, with a number from the second time on.</summary>
    public string Next(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++) free = name + Numbers.Text(number);
        return free;
    }
}
