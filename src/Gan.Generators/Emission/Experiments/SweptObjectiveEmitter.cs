using Gan.Generators.Declarations.Experiments;

namespace Gan.Generators.Emission.Experiments;

/// <summary>How an experiment makes its objective: with the values of a sweep, where it has one, and of nothing else.</summary>
internal static class SweptObjectiveEmitter
{
    public static void Emit(SourceWriter writer, ExperimentDeclaration experiment, ExperimentParts parts)
    {
        writer.Write($"""
            /// <inheritdoc/>
            /// <exception cref="{TypeNames.Argument}">A value belongs to a hyperparameter that the experiment does not sweep.</exception>
            """);
        using (writer.Open($"public override {TypeNames.Runtime}.IGanObjective {ExperimentReader.CreateObjective}({TypeNames.ReadOnlyDictionary}<string, double> values)"))
        {
            // One that is declared wrongly cannot be set, and has its own message where it stands.
            string[] swept = [.. experiment.Sweeps.Select(static sweep => sweep.Hyperparameter).Where(name => parts.Hyperparameters.Any(h => h.Property == name && h.IsRight))];
            using (writer.Open("foreach (string name in values.Keys)"))
                EmitCheck(writer, experiment.Type.Self.Text, swept);
            writer.Blank();
            EmitObjective(writer, parts.Objective, swept);
        }
    }

    private static void EmitCheck(SourceWriter writer, string experiment, string[] swept)
    {
        if (swept.Length > 0)
            writer.Write($"if (name is not ({string.Join(" or ", swept.Select(CSharp.Literal))}))");
        var advice = swept.Length == 0 ? "declares no sweep" : $"declares sweeps over {string.Join(" and ", swept)}";
        writer.Write($"{(swept.Length > 0 ? "    " : "")}throw new {TypeNames.Argument}($\"There is a value of '{{name}}', but experiment {experiment} {advice}.\", \"values\");");
    }

    private static void EmitObjective(SourceWriter writer, string objective, string[] swept)
    {
        if (swept.Length == 0)
        {
            writer.Write($"return new {objective}();");
            return;
        }

        writer.Write($"{objective} defaults = new {objective}();\nreturn new {objective}\n{{");
        for (var i = 0; i < swept.Length; i++)
            writer.Write($"    @{swept[i]} = values.TryGetValue({CSharp.Literal(swept[i])}, out double value{i}) ? value{i} : defaults.@{swept[i]},");
        writer.Write("};");
    }
}
