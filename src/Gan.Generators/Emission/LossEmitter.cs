using Gan.Dsl;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The losses over tensors of logits.</summary>
internal static class LossEmitter
{
    public const string LossWeightField = "_lossWeight", LossPathField = "_lossPath";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective, FormulaStructs formulas)
    {
        EmitLossWeight(writer);
        EmitLossPath(writer);
        switch (objective.Declaration.Coupling)
        {
            case Coupling.Relativistic:
                RelativisticPairEmitter.EmitMembers(writer, objective, formulas);
                break;
            case Coupling.RelativisticAverage:
                RelativisticAverageEmitter.EmitMembers(writer, objective, formulas);
                break;
            default:
                SeparateLossEmitter.EmitMembers(writer, objective, formulas);
                break;
        }
    }

    /// <summary>What the summary of a loss says of its weight.</summary>
    public static string WeightText(bool weighted) => weighted ? ", times <see cref=\"LossWeight\"/>" : "";

    /// <summary>The last argument of the runtime's methods.</summary>
    public static string WeightArgument(bool weighted) => weighted ? ", LossWeight" : "";

    private static void EmitLossWeight(SourceWriter writer)
        => writer.Write($$"""
            private readonly double {{LossWeightField}} = 1;

            /// <summary>Multiplies the generator's loss only; the discriminator's weight is always 1. Positive and finite; default 1.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">It is set to a value that is not positive and finite.</exception>
            public double LossWeight
            {
                get => {{LossWeightField}};
                init => {{LossWeightField}} = {{TypeNames.Runtime}}.HyperparameterChecks.Positive(value, "LossWeight");
            }
            """).Blank();

    private static void EmitLossPath(SourceWriter writer)
        => writer.Write($$"""
            private readonly {{TypeNames.LossPath}}Choice {{LossPathField}} = {{TypeNames.LossPath}}Choice.OnCheckedBackend();

            /// <summary>How losses and gradients are computed: the numbers are the same to rounding. No part of what makes two objectives equal; default Automatic.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">It is set to a value that is none of <see cref="{{TypeNames.LossPath}}"/>.</exception>
            public {{TypeNames.LossPath}} LossPath
            {
                get => {{LossPathField}}.Path;
                init => {{LossPathField}} = new({{TypeNames.Runtime}}.HyperparameterChecks.Defined(value, "LossPath"));
            }

            bool {{TypeNames.Runtime}}.IGanObjective.HasLogitGradients => true;
            """).Blank();
}
