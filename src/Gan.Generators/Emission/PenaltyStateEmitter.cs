using Gan.Generators.Basics;
using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>What an instance of an objective carries from step to step for its penalties, and how all that it carries is saved.</summary>
internal static class PenaltyStateEmitter
{
    private const string Helper = TypeNames.Runtime + ".ObjectiveState";
    private const string Saved = TypeNames.ReadOnlyDictionary + "<string, double>";

    private static string FieldOf(NamedPenalty penalty) => $"_{Identifier.FirstLowered(penalty.Name)}State";

    /// <summary>The state as a view of the field. The field is a value, so that a copy of a record has its own.</summary>
    public static string ViewOf(NamedPenalty penalty) => $"new(() => {FieldOf(penalty)}, numbers => {FieldOf(penalty)} = numbers)";

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var penalty in Stateful(declaration))
            writer.Write($"private {TypeNames.Runtime}.CarriedNumbers {FieldOf(penalty)};").Blank();
        if (!HasState(declaration))
            return;
        writer.Write($"""
            /// <summary>Gets the numbers that the objective carries from step to step, to be saved with a checkpoint.</summary>
            public {Signatures[0]} => {Helper}.Of(this);

            /// <summary>Restores a saved <see cref="State"/>. If the method throws, the state does not change.</summary>
            /// <param name="state">The <see cref="State"/> of an objective of this type.</param>
            /// <exception cref="{TypeNames.Argument}">The state is null, lacks a number, or contains a number that this objective does not have or that is out of range.</exception>
            public {Signatures[1]} => {Helper}.Load(this, state);
            """).Blank();
    }

    /// <summary>The public members, where there is a state.</summary>
    public static IReadOnlyList<string> Signatures { get; } = [$"{Saved} State", $"void LoadState({Saved} state)"];

    public static IEnumerable<string> NamesOf(ObjectiveDeclaration declaration)
        => Stateful(declaration).Select(FieldOf).Concat(HasState(declaration) ? ["State", "LoadState"] : []);

    public static bool HasState(ObjectiveDeclaration declaration) => Stateful(declaration).Any() || StateEmitter.HasStates(declaration);

    private static IEnumerable<NamedPenalty> Stateful(ObjectiveDeclaration declaration) => NamedPenalty.All(declaration).Where(static penalty => penalty.Penalty.FullStateType is not null);
}
