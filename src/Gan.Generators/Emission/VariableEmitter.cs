using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>What an objective has whose hyperparameters change during training, by a schedule or as a state: the step that it is at, and their values.</summary>
internal static class VariableEmitter
{
    /// <summary>The field with the step.</summary>
    public const string StepField = "_currentStep";

    private const string Step = "Step", MoveTo = "MoveTo", Variables = "Variables";

    private const string Current = TypeNames.Runtime + ".CurrentStep";

    public static bool HasVariables(ObjectiveDeclaration declaration) => Of(declaration).Any();

    public static IEnumerable<string> NamesOf(ObjectiveDeclaration declaration) => HasVariables(declaration) ? [StepField, Step, MoveTo, Variables] : [];

    /// <summary>The public members, where there are such hyperparameters.</summary>
    public static IReadOnlyList<string> Signatures { get; } = [$"long {Step}", $"void {MoveTo}(long step)", $"{TypeNames.ReadOnlyList}<{TypeNames.Runtime}.HyperparameterValue> {Variables}"];

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        if (!HasVariables(declaration)) return;
        writer.Write($"""
            private {Current} {StepField};

            /// <summary>Gets the step that the schedules are at: 0, until <see cref="{MoveTo}"/> or a step of the discriminator changes it.</summary>
            public {Signatures[0]} => {StepField}.Value;

            /// <summary>Moves the schedules to a step. <c>DiscriminatorTerms</c> does this with its own step.</summary>
            /// <param name="step">The number of the discriminator's step, from 0.</param>
            /// <exception cref="{TypeNames.ArgumentOutOfRange}">The step is negative.</exception>
            public {Signatures[1]} => {StepField} = {Current}.At(step);

            /// <summary>Gets the hyperparameters that change during training, with their values at the current <see cref="{Step}"/>.</summary>
            public {Signatures[2]} => [{string.Join(", ", Of(declaration).Select(HyperparameterEmitter.Value))}];
            """).Blank();
        ScheduleEmitter.EmitMembers(writer, declaration);
        StateEmitter.EmitMembers(writer, declaration);
    }

    private static IEnumerable<HyperparameterDeclaration> Of(ObjectiveDeclaration declaration) => declaration.Hyperparameters.Where(static h => h.IsVariable);
}
