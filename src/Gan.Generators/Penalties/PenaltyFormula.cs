using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Penalties;

/// <summary>A formula that an option of a penalty gives.</summary>
/// <param name="Argument">The option.</param>
/// <param name="Text">As written.</param>
/// <param name="Variable">The name of its variable.</param>
internal sealed record PenaltyFormula(string Argument, string Text, string Variable)
{
    /// <summary>The norm of a gradient.</summary>
    public const string NormName = "n";

    /// <summary>The formula, whose variable is the tree's logit; null where it has an error or is too large.</summary>
    public Expr? Meaning { get; init; }

    /// <summary>The same with the hyperparameters' defaults.</summary>
    public Expr? AtDefaults { get; init; }

}
