using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Operations;

/// <summary>Hands out names that nothing else has.</summary>
/// <param name="taken">Names that mean something else.</param>
internal sealed class FreeNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>The name, with a number from the second time on.</summary>
    public string Next(string name)
    {
        var number = _numbers.TryGetValue(name, out var last) ? last + 1 : 1;
        var free = number == 1 ? name : name + Numbers.Text(number);
        for (; !_taken.Add(free); free = name + Numbers.Text(number)) number++;
        _numbers[name] = number;
        return free;
    }
}
