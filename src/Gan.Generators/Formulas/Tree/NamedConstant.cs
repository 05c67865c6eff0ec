namespace Gan.Generators.Formulas.Tree;

/// <summary>A number that C# gives a name to.</summary>
/// <param name="Name">As formulas and C# call it.</param>
/// <param name="Value">Null where it is not known while compiling.</param>
/// <param name="Advice">What to do about it then.</param>
internal sealed record NamedConstant(string Name, double? Value, string Advice = "");
