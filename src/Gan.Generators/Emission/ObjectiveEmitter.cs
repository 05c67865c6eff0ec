using Gan.Generators.Analysis;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The generated part of one objective: a table of contents over the emitters of its members.</summary>
internal static class ObjectiveEmitter
{
    public static string Emit(CompiledObjective objective)
    {
        var type = objective.Declaration.Type;
        var analysis = ObjectiveAnalysis.Of(objective);
        var formulas = new FormulaStructs(objective);
        var writer = GeneratedFile.Begin(type.Namespace, objective.Declaration.Use.Ids.Concat(HyperparameterEmitter.Silenced(objective.Declaration)));
        GeneratedFile.WritePart(writer, type, Heading(objective, analysis), Bases(objective), () =>
        {
            InfoEmitter.EmitMembers(writer, objective);
            LossEmitter.EmitMembers(writer, objective, formulas);
            StateEmitter.EmitUpdates(writer, objective.Declaration, formulas);
            InstanceNoiseEmitter.EmitMembers(writer, objective.Declaration);
            TopKEmitter.EmitMembers(writer, objective.Declaration);
            PenaltyEmitter.EmitMembers(writer, objective.Declaration);
            HyperparameterEmitter.EmitMembers(writer, objective.Declaration);
            LossFunctionEmitter.EmitMembers(writer, objective.Declaration);
        });
        writer.Blank();
        FormulaEmitter.EmitStructs(writer, formulas);
        InfoEmitter.EmitDeclarationClass(writer, objective, analysis);
        return writer.ToString();
    }

    private static string Heading(CompiledObjective objective, AnalysisResult analysis)
        => string.Join("\n", [
            .. objective.Declaration.HasSummary ? Array.Empty<string>() : [DocumentationEmitter.TypeSummary(objective)],
            DocumentationEmitter.TypeRemarks(objective, analysis),
            .. objective.Declaration.Hyperparameters.Select(CompiledDefault),
            .. objective.Declaration.Constants.Where(static c => c.Value is not null).Select(CompiledConstant),
            .. objective.Declaration.LossFunctions.Select(LossFunctionEmitter.CompiledAttribute)]);

    private static string Bases(CompiledObjective objective)
        => $" : {LossEmitter.Interface(objective)}" + (objective.Declaration.LossFunctions.Count > 0 ? $", {LossFunctionEmitter.Interface}" : "") + StateEmitter.Base(objective.Declaration);

    private static string CompiledDefault(HyperparameterDeclaration hyperparameter)
        => $"[global::Gan.Dsl.CompiledHyperparameter({CSharp.Literal(hyperparameter.Property)}, {CSharp.Literal(hyperparameter.Default ?? 0)})]";

    private static string CompiledConstant(NamedConstant constant)
        => $"[global::Gan.Dsl.CompiledConstant({CSharp.Literal(constant.Name)}, {CSharp.Literal(constant.Value!.Value)})]";
}
