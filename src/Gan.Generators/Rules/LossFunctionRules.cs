using Gan.Generators.Declarations;
using Gan.Generators.Declarations.LossFunctions;
using Gan.Generators.Formulas.Reading;

namespace Gan.Generators.Rules;

/// <summary>Each loss function must be a function of numbers that formulas can call, whose body is itself a formula.</summary>
internal static class LossFunctionRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.LossFunctions.SelectMany((function, index) =>
            CheckSignature(function, index).Concat(CheckNames(function, index, declaration)).Concat(function.Errors.Select(error => FindingOf(error, index))));

    private static IEnumerable<Finding> CheckSignature(LossFunctionDeclaration function, int index)
    {
        var method = function.Method;
        return new (bool IsWrong, string Problem)[]
        {
            (!method.IsStatic, "must be static, because a formula has no instance: hyperparameters come as parameters of their names"),
            (method.IsGeneric, "cannot be generic, because a formula computes with doubles: remove its type parameters"),
            (!method.ReturnsNumber, $"returns {method.ReturnType}, but a loss is a number: return double"),
            (method.ParameterCount == 0, "has no parameter: the first one is the logit, 'double t'"),
            (method.UnfitParameter is not null, $"takes '{method.UnfitParameter}', but a formula passes doubles by value"),
            (!method.HasBody, "has no body that the compiler can read: write one"),
        }
        .Where(static check => check.IsWrong)
        .Select(check => Finding.Of(Descriptors.LossFunctionSignature, new FindingTarget.LossFunction(index), function.Name, check.Problem));
    }

    private static IEnumerable<Finding> CheckNames(LossFunctionDeclaration function, int index, ObjectiveDeclaration declaration)
    {
        if (declaration.LossFunctions.Take(index).Any(other => other.Name == function.Name))
            yield return Finding.Of(Descriptors.LossFunctionNameTwice, new FindingTarget.LossFunction(index), function.Name);
        else if (MeaningOf(function.Name, declaration) is { } meaning)
            yield return Finding.Of(Descriptors.LossFunctionNameTaken, new FindingTarget.LossFunction(index), $"Loss function '{function.Name}'", meaning);

        foreach (var parameter in function.Parameters)
        {
            if (FormulaNames.MeaningOf(parameter.Name) is { } taken)
                yield return Finding.Of(Descriptors.LossFunctionNameTaken, new FindingTarget.LossFunction(index), $"Parameter '{parameter.Name}' of '{function.Name}'", taken);
        }
    }

    private static string? MeaningOf(string name, ObjectiveDeclaration declaration)
        => FormulaNames.MeaningOf(name) ?? (declaration.Hyperparameters.Any(hyperparameter => hyperparameter.FormulaName == name) ? "a hyperparameter" : null);

    private static Finding FindingOf(FormulaError error, int index)
    {
        var descriptor = error.Kind switch
        {
            FormulaErrorKind.IntegerArithmetic => Descriptors.IntegerArithmetic,
            FormulaErrorKind.Recursion => Descriptors.RecursiveLossFunction,
            _ => Descriptors.UnsupportedInLossFunction,
        };
        return Finding.Of(descriptor, new FindingTarget.LossFunction(index, error.Start, error.Length), char.ToUpperInvariant(error.Message[0]) + error.Message.Substring(1));
    }
}
