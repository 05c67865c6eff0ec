using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Oracle;

namespace Gan.Generators.Emission;

/// <summary>The tests of schedules. Their values come from the declared formulas, in big floats.</summary>
internal static class ScheduleTestEmitter
{
    private const int Bits = 200;

    private static readonly long[] s_steps = [0, 1, 37, 1000, 12_345, 1_000_000];

    private static readonly Dictionary<string, double> s_none = [];

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var (hyperparameter, _) in declaration.Schedules)
        {
            if (ScheduleReader.AtDefaults(hyperparameter, declaration.Hyperparameters, declaration.LossFunctions, declaration.Constants) is not { } schedule) continue;
            var name = Identifier.FirstLowered(hyperparameter.Property);
            writer.Write($"// {name} = {TextPrinter.Print(schedule, ScheduleReader.StepName)}");
            writer.Write($"private static readonly (long Step, double Value)[] s_{name}Schedule =\n[");
            foreach (var step in s_steps)
            {
                if (new BallEvaluator(Ball.Of(BigReal.Of(step, Bits)), Bits, s_none).Evaluate(schedule) is { IsUnknown: false } value)
                    writer.Write($"    ({step}, {CSharp.Literal(value.Middle.ToDouble())}),");
            }

            writer.Write("];").Blank();
            TestEmitter.Fact(writer, $"{hyperparameter.Property}HasTheValuesOfItsSchedule", $"{TypeNames.Testing}.ScheduleChecks.Values({name}At, s_{name}Schedule)");
            // An objective of its own: the other tests are at step 0.
            writer.Write($$"""
                private static double {{name}}At(long step)
                {
                    var objective = new {{declaration.Type.FullName}}();
                    objective.MoveTo(step);
                    return objective.@{{hyperparameter.Property}};
                }
                """).Blank();
        }
    }
}
