namespace Gan.Runtime;

/// <summary>Represents a formula as plain text and as LaTeX.</summary>
/// <param name="Text">The formula in plain text, such as <c>softplus(-t)</c>.</param>
/// <param name="Latex">The formula in LaTeX for math mode, without dollar signs.</param>
public sealed record FormulaInfo(string Text, string Latex);
