using Gan.Dsl;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The options of the losses, their formulas for the runtime, and the losses as means; all else of them the runtime makes of the formulas.</summary>
internal static class LossEmitter
{
    public const string LossWeightField = "_lossWeight", LossPathField = "_lossPath";

    /// <summary>What the objective is to the runtime.</summary>
    public static string Interface(CompiledObjective objective) => TypeNames.Runtime + "." + objective.Declaration.Coupling switch
    {
        Coupling.Relativistic => "IRelativisticPairObjective",
        Coupling.RelativisticAverage => "IRelativisticAverageObjective",
        _ when BatchLosses.AreIn(objective.Losses) => BatchLosses.ReadsReal(objective.Losses.Generator) ? "ICoupledBatchObjective" : "ISeparateBatchObjective",
        _ => "ISeparateObjective",
    };

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective, FormulaStructs formulas)
    {
        EmitOptions(writer);
        var (losses, isOfBatch) = (objective.Losses, BatchLosses.AreIn(objective.Losses));
        var isCoupled = objective.Declaration.Coupling != Coupling.None || BatchLosses.ReadsReal(losses.Generator);
        if (isOfBatch)
            BatchLossEmitter.EmitMembers(writer, losses, formulas);
        else
            EmitFormulas(writer, Interface(objective), formulas);
        EmitLoss(writer, "DiscriminatorLoss", "Computes the discriminator's loss without penalties", FormulaNotation.Discriminator(objective), "", "realLogits", "fakeLogits");
        if (!isCoupled && !isOfBatch)
        {
            EmitLoss(writer, "DiscriminatorRealLoss", "Computes the part of the discriminator's loss that comes from real samples", Expectation(losses.Real, "D(x)"), "", "realLogits");
            EmitLoss(writer, "DiscriminatorFakeLoss", "Computes the part of the discriminator's loss that comes from fake samples", Expectation(losses.Fake, "D(G(z))"), "", "fakeLogits");
        }

        EmitLoss(writer, "GeneratorLoss", "Computes the generator's loss", FormulaNotation.Generator(objective), ", multiplied by <see cref=\"LossWeight\"/>", isCoupled ? ["realLogits", "fakeLogits"] : ["fakeLogits"]);
    }

    private static void EmitOptions(SourceWriter writer)
        => writer.Write($$"""
            private readonly double {{LossWeightField}} = 1;
            /// <summary>Gets or sets the factor of the generator's loss, positive and finite. The default is 1. It does not change the discriminator's loss.</summary>
            /// <exception cref="{{TypeNames.ArgumentOutOfRange}}">The value is not positive and finite.</exception>
            public double LossWeight { get => {{LossWeightField}}; init => {{LossWeightField}} = {{TypeNames.Runtime}}.HyperparameterChecks.Positive(value, "LossWeight"); }

            private readonly {{TypeNames.LossPath}}Choice {{LossPathField}} = {{TypeNames.LossPath}}Choice.OnCheckedBackend();
            /// <summary>Gets or sets the way in which losses and gradients are computed. The default is <see cref="{{TypeNames.LossPath}}.Automatic"/>.</summary><inheritdoc/>
            /// <exception cref="{{TypeNames.ArgumentOutOfRange}}">The value is not a member of <see cref="{{TypeNames.LossPath}}"/>.</exception>
            public {{TypeNames.LossPath}} LossPath { get => {{LossPathField}}.Path; init => {{LossPathField}} = new({{TypeNames.Runtime}}.HyperparameterChecks.Defined(value, "LossPath")); }
            """).Blank();

    /// <summary>Explicit members: nobody but the runtime asks for them.</summary>
    private static void EmitFormulas(SourceWriter writer, string type, FormulaStructs formulas)
    {
        writer.Write("// The losses of one logit, from which the runtime computes the losses of tensors and their gradients.");
        foreach (var (name, loss) in formulas.Losses)
            writer.Write($"{TypeNames.LogitLoss} {type}.{name} => {TypeNames.LogitLoss}.Of({formulas.New(loss)});");
        writer.Blank();
    }

    private static void EmitLoss(SourceWriter writer, string method, string meaning, string formula, string factor, params string[] logits)
        => writer.Write($"""
            /// <summary>{meaning}: <c>{CSharp.Xml(formula)}</c>{factor}.</summary><inheritdoc/>
            public {TypeNames.Tensor} {method}({string.Join(", ", logits.Select(static name => $"{TypeNames.Tensor} {name}"))})
                => (({TypeNames.Runtime}.IGanObjective)this).{method}({string.Join(", ", logits)}, {TypeNames.Reduction}.Mean);
            """).Blank();

    private static string Expectation(Expr loss, string logit) => $"E[{TextPrinter.Print(loss, logit)}]";
}
