using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations.Experiments;

namespace Gan.Generators.Emission.Experiments;

/// <summary>The generated part of one experiment: what its attributes say, as members. What the user writes by hand is left to them.</summary>
internal static class ExperimentEmitter
{
    private const string Settings = nameof(Settings), Sweeps = nameof(Sweeps), IsDefault = nameof(IsDefault);

    /// <summary>The names of what it writes.</summary>
    public static readonly IReadOnlyList<string> Members = [Settings, Sweeps, IsDefault, ExperimentReader.CreateObjective];

    /// <summary>The part; null where none can be written.</summary>
    /// <param name="experiment">The declaration.</param>
    /// <param name="isRight">Whether no rule refuses it.</param>
    public static string? Emit(ExperimentDeclaration experiment, bool isRight)
    {
        if (!experiment.IsExperiment || !experiment.Shape.CanHaveAnotherPart)
            return null;

        var taken = experiment.Shape.MemberNames;
        var writer = GeneratedFile.Begin(experiment.Type.Namespace);
        GeneratedFile.WritePart(writer, experiment.Type, "", "", () =>
        {
            if (!isRight)
                writer.Write("// The declaration has an error, which the compiler reports: nothing here can run.");
            if (!taken.Contains(Settings))
                EmitSettings(writer, experiment, isRight);
            if (isRight)
                EmitRest(writer, experiment, taken);
        });
        return writer.ToString();
    }

    private static void EmitSettings(SourceWriter writer, ExperimentDeclaration experiment, bool isRight)
    {
        var header = $"/// <inheritdoc/>\npublic override {TypeNames.Experiments}.ExperimentSettings {Settings}";
        // Made once: latents are drawn by it at every step.
        if (isRight)
            writer.Write($"{header} {{ get; }} = new()\n{{\n{string.Join("\n", ValuesOf(experiment).Select(static value => $"    {value},"))}\n}};").Blank();
        else
            writer.Write($"{header} => throw new global::System.InvalidOperationException(\"The declaration of this experiment has an error.\");");
    }

    private static void EmitRest(SourceWriter writer, ExperimentDeclaration experiment, EquatableArray<string> taken)
    {
        if (!taken.Contains(Sweeps))
            writer.Write($"/// <inheritdoc/>\npublic override {TypeNames.ReadOnlyList}<{TypeNames.Experiments}.Sweep> {Sweeps} {{ get; }} = [{string.Join(", ", experiment.Sweeps.Select(SweepOf))}];").Blank();
        if (!taken.Contains(IsDefault))
            writer.Write($"/// <inheritdoc/>\npublic override bool {IsDefault} => {CSharp.Literal(experiment.IsDefault)};").Blank();
        if (experiment is { Parts: { } parts, WritesObjective: false })
            SweptObjectiveEmitter.Emit(writer, experiment, parts);
    }

    private static IEnumerable<string> ValuesOf(ExperimentDeclaration experiment)
    {
        foreach (var setting in experiment.Settings)
        {
            var value = ValueOf(setting);
            yield return setting.Name == nameof(GanExperimentAttribute.LatentSize)
                ? $"LatentShape = {experiment.Parts?.Latent?.ToString() ?? $"[{value}]"}"
                : $"{setting.Name} = {value}";
        }

        if (experiment.Augment is { } augment)
            yield return $"Augmentation = new() {{ Policy = global::Gan.Dsl.{nameof(AugmentationPolicy)}.{augment.Policy}, {string.Join(", ", augment.Settings.Select(static setting => $"{setting.Name} = {ValueOf(setting)}"))} }}";
    }

    private static string ValueOf(ExperimentSetting setting) => setting.IsInteger ? Numbers.Text((int)setting.Value) : CSharp.Literal(setting.Value);

    private static string SweepOf(SweepDeclaration sweep) => $"new({CSharp.Literal(sweep.Hyperparameter)}, [{string.Join(", ", sweep.Values.Select(CSharp.Literal))}])";
}
