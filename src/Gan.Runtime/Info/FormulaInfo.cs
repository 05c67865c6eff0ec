namespace Gan.Runtime;

/// <summary>One formula in the two forms people read.</summary>
/// <param name="Text">Plain text, as in <c>softplus(-t)</c>.</param>
/// <param name="Latex">LaTeX for math mode, without dollar signs.</param>
public sealed record FormulaInfo(string Text, string Latex);
