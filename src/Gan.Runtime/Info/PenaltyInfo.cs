namespace Gan.Runtime;

/// <summary>Describes a penalty of an objective.</summary>
/// <param name="Name">The name of the penalty, as in <see cref="Penalty.Name"/>.</param>
/// <param name="Text">The penalty and its weight in plain text. After a comma, it can state what n and t are in a formula, how often the penalty is evaluated, and its norm or noise.</param>
/// <param name="Latex">The penalty and its weight in LaTeX for math mode, without dollar signs.</param>
public sealed record PenaltyInfo(string Name, string Text, string Latex);
