using Gan.Generators.Objectives;
using Gan.Generators.Oracle;

namespace Gan.Generators.Emission;

/// <summary>The tests of an objective with batch functions: its losses of a batch with their gradients, by the declared formulas in big floats.</summary>
internal static class BatchTestEmitter
{
    /// <summary>Real logits: not round, so that kinks lie elsewhere, and not as many as the fake ones.</summary>
    public static double[] Real { get; } = [1.53125, -0.265625, 3.109375];

    /// <summary>Fake logits.</summary>
    public static double[] Fake { get; } = [-2.0625, 0.765625, 1.046875, -0.59375];

    private const string Checks = TypeNames.Testing + ".CoupledLossChecks";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        var oracle = new BatchOracle(objective.Declaration);
        Emit(writer, "DiscriminatorLoss", "s_objective.DiscriminatorLoss", oracle.OfDiscriminator(Real, Fake));
        var ofGenerator = BatchLosses.ReadsReal(objective.Losses.Generator) ? "s_objective.GeneratorLoss" : "static (_, fakeLogits) => s_objective.GeneratorLoss(fakeLogits)";
        Emit(writer, "GeneratorLoss", ofGenerator, oracle.OfGenerator(Real, Fake));
    }

    private static void Emit(SourceWriter writer, string name, string method, BatchSample? batch)
    {
        if (batch is not null)
            TestEmitter.Fact(writer, $"{name}OfABatch", $"{Checks}.Batch(\n    {method},\n    {CSharp.Literal(batch.Value)},\n    [{List(Real, batch.RealSlopes)}],\n    [{List(Fake, batch.FakeSlopes)}])");
        else
            writer.Write($"// {name} has no test of its value: at the test's logits it has none, has a kink, or takes too long to compute in high precision.").Blank();
        TestEmitter.Fact(writer, $"{name}KeepsNaN", $"{TypeNames.Testing}.LossChecks.NaNStaysNaN({Checks}.AgainstZero({method}))");
        TestEmitter.Fact(writer, $"{name}LeaksNothing", $"{TypeNames.Testing}.LossChecks.NothingLeaks({Checks}.AgainstZero({method}))");
    }

    private static string List(IEnumerable<double> logits, IEnumerable<double> slopes)
        => string.Join(", ", logits.Zip(slopes, static (logit, slope) => $"({CSharp.Literal(logit)}, {CSharp.Literal(slope)})"));
}
