using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Emission;

/// <summary>
/// The tests of what was read from the user's methods. The other tests' constants come from the tree that was read;
/// here the tree's values stand against the methods themselves, run by the test: they are the oracle of the whole.
/// </summary>
internal static class LossFunctionTestEmitter
{
    /// <summary>What a parameter is that is neither a hyperparameter nor has a default: only other methods give it values.</summary>
    private const double SomeNumber = 0.7;

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration, IEnumerable<double> logits)
    {
        foreach (var function in declaration.LossFunctions)
        {
            var values = function.Parameters.ToDictionary(static p => p.Name, p => ValueOf(p, declaration));
            var further = string.Join(", ", function.Parameters.Select(p => CSharp.Literal(values[p.Name])));
            writer.Write($"// {LossFunctionEmitter.Definition(function)}");
            writer.Write($"private static readonly (double Logit, double Value)[] s_of{function.Name} =\n[");
            foreach (var logit in logits)
                writer.Write($"    ({CSharp.Literal(logit)}, {CSharp.Literal(function.Body!.Evaluate(logit, values))}),");
            writer.Write("];").Blank();
            TestEmitter.Fact(writer, $"{function.Name}IsWhatWasReadFromIt", $"{TypeNames.Testing}.LossFunctionChecks.{(function.Method.IsSingle ? "SingleValues" : "Values")}(s_objective, {CSharp.Literal(function.Name)}, s_of{function.Name}, [{further}])");
        }
    }

    private static double ValueOf(UserParameter parameter, ObjectiveDeclaration declaration)
        => declaration.Hyperparameters.FirstOrDefault(h => h.FormulaName == parameter.Name)?.Default ?? parameter.Default ?? SomeNumber;
}
