using Gan.Generators.Declarations;
using Gan.Generators.Oracle;

namespace Gan.Generators.Emission;

/// <summary>The tests of states. Their values come from the declared formulas, in big floats.</summary>
internal static class StateTestEmitter
{
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        var oracle = new BatchOracle(declaration);
        foreach (var (state, formula) in declaration.Updates)
        {
            if (oracle.OfUpdate(formula, BatchTestEmitter.Real, BatchTestEmitter.Fake) is { } next)
            {
                var expected = Math.Min(Math.Max(next, state.Min), state.Max);
                TestEmitter.Fact(writer, $"{state.Property}HasTheValueOfItsUpdate", $"{TypeNames.Testing}.StateChecks.Update(\n    static () => new {declaration.Type.FullName}(),\n    {CSharp.Literal(state.Property)},\n    [{List(BatchTestEmitter.Real)}],\n    [{List(BatchTestEmitter.Fake)}],\n    {CSharp.Literal(expected)})");
            }
            else
            {
                writer.Write($"// {state.Property} has no test of its update: at the test's logits it has no value, or takes too long to compute in high precision.").Blank();
            }
        }
    }

    private static string List(IEnumerable<double> logits) => string.Join(", ", logits.Select(static logit => CSharp.Literal(logit)));
}
