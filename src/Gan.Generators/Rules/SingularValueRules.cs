using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>The range of a hyperparameter should leave out the values with which a loss is no number.</summary>
internal static class SingularValueRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration, LossFormulas? losses)
    {
        if (losses is null)
            yield break;

        var defaults = declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? double.NaN);
        foreach (var hyperparameter in declaration.Hyperparameters)
        {
            var range = HyperparameterRange.Of(hyperparameter);
            foreach (var (name, loss) in new[] { ("Real", losses.Real), ("Fake", losses.Fake), ("Generator", losses.Generator) })
            {
                if (SingularValue.Find(loss, hyperparameter.FormulaName, defaults, range.Contains, new[] { range.Min, range.Max }.Where(Numbers.IsFinite)) is not { } singular) continue;
                yield return Finding.Of(
                    Descriptors.SingularValue,
                    new FindingTarget.Hyperparameter(hyperparameter.Property),
                    hyperparameter.Property,
                    Numbers.Text(singular.Value),
                    $"{name} is {(double.IsNaN(singular.Loss) ? "NaN" : "infinite")} at t = {Numbers.Text(singular.Logit)}",
                    Advice(hyperparameter, singular));
                break;
            }
        }
    }

    /// <summary>A range on the default's side of the value; where a single value is left out, also a formula of its own for it.</summary>
    private static string Advice(HyperparameterDeclaration hyperparameter, SingularValue singular)
    {
        // Of a number that may not be negative, zero is the end of the range.
        if (singular is { Value: -1, IsIsolated: false } && hyperparameter.Default >= 0) return "give it Min = 0";
        var (end, value) = (hyperparameter.Default > singular.Value ? nameof(HyperparameterDeclaration.Min) : nameof(HyperparameterDeclaration.Max), Numbers.Text(singular.Value));
        var exclusion = $"exclude it with {end} = {value}{(hyperparameter.Exclusive ? "" : ", Exclusive = true")}";
        return singular.IsIsolated && double.IsNaN(singular.Loss)
            ? $"{exclusion}, or write the limit of the loss there, {hyperparameter.FormulaName} == {value} ? … : …"
            : exclusion;
    }
}
