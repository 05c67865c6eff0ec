using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

/// <summary>A function of the user's own. The parser writes its body in the place of a call.</summary>
/// <param name="Name">As formulas call it.</param>
/// <param name="Parameters">Those after the first, which is t in the body. There they are parameters of the same names.</param>
internal sealed record UserFunction(string Name, EquatableArray<UserParameter> Parameters, Expr Body)
{
    public int Arity => 1 + Parameters.Count;

    /// <summary>The body with these arguments, one for each parameter.</summary>
    public Expr Of(IReadOnlyList<Expr> arguments)
        => Body.Substitute(arguments[0], Parameters.Select((p, i) => (p.Name, Argument: arguments[i + 1])).ToDictionary(p => p.Name, p => p.Argument));
}

/// <param name="Default">Its value where a call leaves it out and no hyperparameter has its name.</param>
internal sealed record UserParameter(string Name, double? Default);
