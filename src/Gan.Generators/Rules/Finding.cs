using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

/// <summary>What a rule found, and on which part of the declaration: plain values, to which the analyzer finds the characters.</summary>
/// <param name="Arguments">What fills the descriptor's message.</param>
/// <param name="Suggestion">What a code fix would write in the place of the characters found.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, FindingTarget Target, EquatableArray<string> Arguments, string? Suggestion = null)
{
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public static Finding Of(DiagnosticDescriptor descriptor, FindingTarget target, params string[] arguments)
        => new(descriptor, target, arguments.ToEquatableArray());
}

/// <summary>A part of a declaration.</summary>
internal abstract record FindingTarget
{
    /// <summary>The type's name.</summary>
    public sealed record Type : FindingTarget;

    /// <summary>The <c>[GanObjective]</c> attribute itself, or the value of one argument of it.</summary>
    public sealed record Objective(string? Argument = null) : FindingTarget;

    /// <summary>Characters of one formula of the objective attribute.</summary>
    /// <param name="Argument">FD, FG, Real, Fake or Generator.</param>
    public sealed record Formula(string Argument, int Start, int Length) : FindingTarget;

    /// <summary>A penalty attribute, by its position in the declaration's list, or the value of one argument of it.</summary>
    public sealed record Penalty(int Index, string? Argument = null) : FindingTarget;

    /// <summary>Characters of a formula of a penalty attribute.</summary>
    public sealed record PenaltyFormula(int Index, string Argument, int Start, int Length) : FindingTarget;

    /// <summary>A weight clip attribute, by its position in the declaration's list, or its limit.</summary>
    public sealed record WeightClip(int Index, bool Limit = false) : FindingTarget;

    /// <summary>The label smoothing attribute, or its target.</summary>
    public sealed record LabelSmoothing(bool Target = false) : FindingTarget;

    /// <summary>The deviation of the noise on samples.</summary>
    public sealed record InstanceNoise : FindingTarget;

    /// <summary>The top-k attribute, or its share.</summary>
    public sealed record TopK(bool Share = false) : FindingTarget;

    /// <summary>What the critic is said to be limited by.</summary>
    public sealed record CriticLimit : FindingTarget;

    /// <summary>A hyperparameter's property.</summary>
    public sealed record Hyperparameter(string Property) : FindingTarget;

    /// <summary>The formula of a hyperparameter's schedule, or characters of it.</summary>
    public sealed record Schedule(string Property, int Start = 0, int Length = 0) : FindingTarget;

    /// <summary>The value of one argument of a state's attribute, or characters of it.</summary>
    public sealed record State(string Property, string Argument, int Start = 0, int Length = 0) : FindingTarget;

    /// <summary>A member of the type by its name, in the user's own part.</summary>
    public sealed record Member(string Name) : FindingTarget;

    /// <summary>The name of a loss function, by its position in the declaration's list, or characters of it, counted from its first.</summary>
    public sealed record LossFunction(int Index, int Start = 0, int Length = 0) : FindingTarget;

    /// <summary>The value of one argument of the experiment attribute.</summary>
    public sealed record Setting(string Name) : FindingTarget;

    /// <summary>The augmentation attribute, or the value of one argument of it.</summary>
    public sealed record Augment(string? Argument = null) : FindingTarget;

    /// <summary>A sweep attribute, by its position in the declaration's list, its name or one of its values.</summary>
    /// <param name="Value">The value's position; null for the whole attribute.</param>
    public sealed record Sweep(int Index, bool Name = false, int? Value = null) : FindingTarget;

    /// <summary>One of the type arguments that an experiment gives its base.</summary>
    public sealed record TypeArgument(int Index) : FindingTarget;
}
