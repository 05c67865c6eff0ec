using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;
using Gan.Generators.Oracle;

namespace Gan.Generators.Emission;

/// <summary>
/// An xunit class for one objective. Its constants come from the formulas as declared, in big floats, and their slopes from differences: what rewrites,
/// differentiates and prints formulas has no part in them, so that a mistake there fails the tests.
/// </summary>
internal static class TestEmitter
{
    /// <summary>
    /// Both sides, both tails, where an exponential is beyond double precision, the balanced logit, and where float32 is hard pressed.
    /// The first ones come first where there is no time for all.
    /// </summary>
    private static readonly double[] s_logits = [0.5, -3, 40, -40, 1e3, -1e3, 0, 1e-6, -1e-6, -0.5, 3];

    private const string Checks = TypeNames.Testing + ".LossChecks";

    public static string Emit(CompiledObjective objective)
    {
        var type = objective.Declaration.Type;
        var writer = GeneratedFile.Begin(type.Namespace, objective.Declaration.Use.Ids);
        writer.Write("#pragma warning disable CS1591 // The name of a test says what it shows.").Blank();
        writer.Write($"/// <summary>Tests <see cref=\"{type.FullName}\"/>. The tests are emitted from its declaration.</summary>");
        writer.Write(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Open($"public sealed class {TestClass(type)}"))
        {
            writer.Write($"private static readonly {type.FullName} s_objective = new();").Blank();
            if (BatchLosses.AreIn(objective.Losses))
                BatchTestEmitter.EmitMembers(writer, objective);
            else if (objective.Declaration.Coupling == Coupling.None)
                EmitSeparateTests(writer, objective);
            else
                CoupledTestEmitter.EmitMembers(writer, objective);
            LossFunctionTestEmitter.EmitMembers(writer, objective.Declaration, s_logits);
            PenaltyTestEmitter.EmitMembers(writer, objective.Declaration);
            ScheduleTestEmitter.EmitMembers(writer, objective.Declaration);
            StateTestEmitter.EmitMembers(writer, objective.Declaration);
        }

        return writer.ToString();
    }

    private static void EmitSeparateTests(SourceWriter writer, CompiledObjective objective)
    {
        var oracles = LossOracles.Of(objective);
        EmitLossTests(writer, "RealLoss", "s_objective.DiscriminatorRealLoss", "s_objective.DiscriminatorRealLoss", oracles.Real);
        EmitLossTests(writer, "FakeLoss", "s_objective.DiscriminatorFakeLoss", "s_objective.DiscriminatorFakeLoss", oracles.Fake);
        EmitLossTests(writer, "GeneratorLoss", "s_objective.GeneratorLoss", "s_objective.GeneratorLoss", oracles.Generator);
        Fact(writer, "DiscriminatorLossIsTheSumOfItsHalves", $"{Checks}.SumOfHalves(s_objective.DiscriminatorLoss, s_realLoss, s_fakeLoss)");
    }

    /// <param name="method">The loss as a function of logits.</param>
    /// <param name="reduced">It as a function of logits and a reduction; null where the loss of several logits is no mean of single ones.</param>
    /// <param name="oracle">What it has to be of one logit.</param>
    public static void EmitLossTests(SourceWriter writer, string name, string method, string? reduced, LossOracle oracle)
    {
        writer.Write($"// t, then the value and the slope of the declared loss, which is computed as {TextPrinter.Print(oracle.Compiled)}.");
        writer.Write($"private static readonly {TypeNames.Testing}.LogitValue[] s_{Identifier.FirstLowered(name)} =\n[");
        foreach (var logit in s_logits.Take(oracle.PointsInTime))
        {
            var (value, slope) = oracle.At(logit);
            writer.Write($"    new({CSharp.Literal(logit)}, {CSharp.Literal(value)}, {CSharp.Literal(slope)}),");
        }

        writer.Write("];").Blank();

        var arguments = $"{method}, s_{Identifier.FirstLowered(name)}";
        Fact(writer, $"{name}HasTheValuesOfItsFormula", $"{Checks}.Values({arguments})");
        Fact(writer, $"{name}HasTheSlopesOfItsFormula", $"{Checks}.Slopes({arguments})");
        Fact(writer, $"{name}RisesAndFallsWithItsFormula", $"{Checks}.SlopeSigns({arguments})");
        if (reduced is not null)
        {
            Fact(writer, $"{name}IsTheMeanOverAnyShape", $"{Checks}.MeanOverAnyShape({arguments})");
            Fact(writer, $"{name}TakesReductions", $"{Checks}.Reductions({reduced}, s_{Identifier.FirstLowered(name)})");
        }

        Fact(writer, $"{name}TakesHalfPrecision", $"{Checks}.HalfPrecision({arguments})");
        Fact(writer, $"{name}KeepsNaN", $"{Checks}.NaNStaysNaN({method})");
        Fact(writer, $"{name}LeaksNothing", $"{Checks}.NothingLeaks({method})");
    }

    internal static void Fact(SourceWriter writer, string name, string call)
        => writer.Write($"[global::Xunit.Fact]\npublic void {name}() => {call};").Blank();

    /// <summary>Containers are part of the name: two nested objectives of one name each have their tests.</summary>
    private static string TestClass(TypeIdentity type)
        => string.Concat(type.Containers.Append(type.Self).Select(static header => header.Name.TrimStart('@'))) + "ObjectiveTests";
}
