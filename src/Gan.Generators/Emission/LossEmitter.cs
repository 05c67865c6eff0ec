using Gan.Dsl;
using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The losses over tensors of logits.</summary>
internal static class LossEmitter
{
    public const string LossWeightField = "_lossWeight";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        EmitLossWeight(writer);
        switch (objective.Declaration.Coupling)
        {
            case Coupling.Relativistic:
                RelativisticPairEmitter.EmitMembers(writer, objective);
                break;
            case Coupling.RelativisticAverage:
                RelativisticAverageEmitter.EmitMembers(writer, objective);
                break;
            default:
                SeparateLossEmitter.EmitMembers(writer, objective);
                break;
        }
    }

    /// <summary>Refuses, before anything is computed, hyperparameters out of range that the losses use.</summary>
    public static void CheckHyperparameters(SourceWriter writer, CompiledObjective objective, params Expr[] losses)
    {
        var names = losses.SelectMany(static loss => loss.ParameterNames()).ToArray();
        foreach (var used in objective.Declaration.Hyperparameters.Where(h => names.Contains(h.FormulaName) && HyperparameterEmitter.IsCheckedAtUse(h)))
            writer.Write(HyperparameterEmitter.Checked(used) + ";");
    }

    /// <summary>The loss as an expression over the tensor <paramref name="logit"/>.</summary>
    public static string Code(CompiledObjective objective, Expr loss, string logit)
        => TensorPrinter.Print(loss, logit, name => "this.@" + objective.Declaration.Hyperparameters.First(h => h.FormulaName == name).Property);

    /// <summary>Returns <paramref name="loss"/>, a local, out of the dispose scope; G's with its weight.</summary>
    public static string Return(string loss, bool weighted)
        => $"return {(weighted ? $"(LossWeight == 1 ? {loss} : {loss}.mul(LossWeight))" : loss)}.MoveToOuterDisposeScope();";

    private static void EmitLossWeight(SourceWriter writer)
        => writer.Write($$"""
            private readonly double {{LossWeightField}} = 1;

            /// <summary>Multiplies the generator's loss only; the discriminator's weight is always 1. Positive and finite; default 1.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">It is set to a value that is not positive and finite.</exception>
            public double LossWeight
            {
                get => {{LossWeightField}};
                init => {{LossWeightField}} = {{TypeNames.Runtime}}.HyperparameterChecks.Positive(value, nameof(LossWeight));
            }
            """).Blank();
}
