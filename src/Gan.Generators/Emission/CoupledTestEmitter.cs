using Gan.Dsl;
using Gan.Generators.Objectives;
using Gan.Generators.Oracle;

namespace Gan.Generators.Emission;

/// <summary>The tests of a coupled objective: as a function of one fake logit against a real one of 0, and over a batch with its gradients.</summary>
internal static class CoupledTestEmitter
{
    private static readonly double[] s_real = [1.5, -0.25, 3, 0.5];

    private static readonly double[] s_fake = [-2, 0.75, 1, -0.5];

    private const string Checks = TypeNames.Testing + ".CoupledLossChecks";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        var oracles = LossOracles.Of(objective);
        var isPair = objective.Declaration.Coupling == Coupling.Relativistic;
        Emit(writer, isPair, "DiscriminatorLoss", oracles.Real, oracles.Fake);
        Emit(writer, isPair, "GeneratorLoss", oracles.Generator.Mirrored(), oracles.Generator);
    }

    private static void Emit(SourceWriter writer, bool isPair, string method, LossOracle ofReal, LossOracle ofFake)
    {
        var ofOne = isPair ? ofFake : ofReal.Mirrored().Plus(ofFake);
        var reduced = isPair ? $"{Checks}.ReducedAgainstZero(s_objective.{method})" : null;
        TestEmitter.EmitLossTests(writer, method, $"{Checks}.AgainstZero(s_objective.{method})", reduced, ofOne);

        var batch = isPair ? CoupledBatch.OfPair(ofFake, s_real, s_fake) : CoupledBatch.OfAverage(ofReal, ofFake, s_real, s_fake);
        TestEmitter.Fact(writer, $"{method}OfABatch", $"{Checks}.Batch(\n    s_objective.{method},\n    {CSharp.Literal(batch.Value)},\n    [{List(s_real, batch.RealSlopes)}],\n    [{List(s_fake, batch.FakeSlopes)}])");
        if (isPair)
            TestEmitter.Fact(writer, $"{method}RefusesWhatIsNoPair", $"{Checks}.MismatchIsRefused(s_objective.{method})");
    }

    private static string List(IEnumerable<double> logits, IEnumerable<double> slopes)
        => string.Join(", ", logits.Zip(slopes, static (logit, slope) => $"({CSharp.Literal(logit)}, {CSharp.Literal(slope)})"));
}
