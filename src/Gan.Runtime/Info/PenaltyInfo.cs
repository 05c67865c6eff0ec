namespace Gan.Runtime;

/// <summary>One term that is added to a player's loss.</summary>
/// <param name="Name">The name of <see cref="Penalty.Name"/>.</param>
/// <param name="Text">The whole term, its weight included, in plain text.</param>
/// <param name="Latex">The same in LaTeX for math mode, without dollar signs.</param>
public sealed record PenaltyInfo(string Name, string Text, string Latex);
