namespace Gan.Runtime;

/// <summary>One term that is added to a player's loss.</summary>
/// <param name="Name">The name of <see cref="Penalty.Name"/>.</param>
/// <param name="Text">The whole term, its weight included, in plain text; then, after a comma, what is more to say: how often it is evaluated, by which norm or noise.</param>
/// <param name="Latex">The term in LaTeX for math mode, without dollar signs.</param>
public sealed record PenaltyInfo(string Name, string Text, string Latex);
