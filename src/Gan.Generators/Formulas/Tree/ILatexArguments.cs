namespace Gan.Generators.Formulas.Tree;

/// <summary>The arguments of a call in LaTeX.</summary>
internal interface ILatexArguments
{
    /// <summary>An argument as it stands within braces or between commas.</summary>
    string this[int index] { get; }

    /// <summary>An argument that something binds to, in parentheses where it has to be.</summary>
    /// <param name="level">How tightly: one of <see cref="LatexLevel"/>.</param>
    string At(int index, int level);

    /// <summary>In parentheses that grow around what is taller than a line.</summary>
    string Parenthesised(string text);
}

/// <summary>How tightly a piece of LaTeX binds.</summary>
internal static class LatexLevel
{
    public const int Lowest = 0, Sum = 1, Product = 2, Power = 3, Primary = 4;
}
