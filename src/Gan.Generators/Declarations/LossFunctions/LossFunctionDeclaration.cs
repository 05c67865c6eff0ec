using Gan.Generators.Basics;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Declarations.LossFunctions;

/// <summary>A method marked <see cref="Dsl.LossFunctionAttribute"/>, with its body as a tree.</summary>
/// <param name="Method">What C# calls it by.</param>
/// <param name="Parameters">Those after the first.</param>
/// <param name="Calls">The loss functions that the body calls.</param>
/// <param name="Body">Its value; null where the subset of C# that is a formula was left, or where C# itself has an error.</param>
/// <param name="Errors">Where it was left, counted from the start of the method's declaration.</param>
internal sealed record LossFunctionDeclaration(
    LossFunctionMethod Method,
    EquatableArray<UserParameter> Parameters,
    EquatableArray<string> Calls,
    Expr? Body,
    EquatableArray<FormulaError> Errors)
{
    public string Name => Method.Name;

    /// <summary>As formulas see it. One without a body stands for its argument: a formula that calls it is not to blame.</summary>
    public UserFunction Function => new(Name, Parameters, Body ?? Expr.T);
}

/// <summary>What of the method decides whether it can be a function of a formula, and how it is called.</summary>
/// <param name="UnfitParameter">The first parameter that is no number handed over by value; null where there is none.</param>
/// <param name="IsSingle">Some of it is computed in float.</param>
/// <param name="SingleParameters">Which parameters are float, the first one's included.</param>
internal sealed record LossFunctionMethod(
    string Name,
    bool IsStatic,
    bool IsGeneric,
    bool HasBody,
    string ReturnType,
    int ParameterCount,
    string? UnfitParameter,
    bool IsSingle,
    EquatableArray<bool> SingleParameters)
{
    public bool ReturnsNumber => ReturnType is "double" or "float";

    public bool IsFit => IsStatic && !IsGeneric && HasBody && ReturnsNumber && ParameterCount > 0 && UnfitParameter is null;
}
