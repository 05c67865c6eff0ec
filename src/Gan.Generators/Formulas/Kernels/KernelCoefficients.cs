using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Kernels;

/// <summary>The numbers of a kernel that hyperparameters make: each under a name, so that it is computed once a call.</summary>
internal sealed class KernelCoefficients(FreeNames names)
{
    private readonly List<(string Name, string Value)> _all = [];

    public IReadOnlyList<(string Name, string Value)> All => _all;

    /// <param name="value">A C# expression of type double.</param>
    public string NameOf(string value)
    {
        if (_all.Find(known => known.Value == value) is { Name: { } known }) return known;
        var name = names.Next("k");
        _all.Add((name, value));
        return name;
    }
}
