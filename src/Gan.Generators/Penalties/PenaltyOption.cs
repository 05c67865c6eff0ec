using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>An option of a penalty.</summary>
/// <param name="Name">As its attribute and the class of the runtime call it.</param>
/// <param name="Value">A double, an int, a bool or a member of an enum.</param>
/// <param name="Mistake">What is wrong with the value; null where nothing is.</param>
internal sealed record PenaltyOption(string Name, object Value, PenaltyMistake? Mistake = null)
{
    /// <summary>A member of an enum, which a cast can leave.</summary>
    /// <param name="penalty">The penalty's attribute.</param>
    public static PenaltyOption Choice<TEnum>(string penalty, string name, TEnum value)
        where TEnum : struct, Enum
        => new(name, value, Enum.IsDefined(typeof(TEnum), value) ? null : new(PenaltyMistakeKind.Choice, name, penalty, name, value.ToString()));

    /// <summary>The norm of the gradient that is not penalised.</summary>
    public static PenaltyOption Target(string penalty, double value)
        => new(nameof(Target), value, Numbers.IsFiniteAndNotNegative(value) ? null : new(PenaltyMistakeKind.Target, nameof(Target), penalty, Numbers.Text(value)));

    /// <summary>A factor of a part of the penalty.</summary>
    public static PenaltyOption Factor(string penalty, string name, double value) => new(name, value, PenaltyMistake.OfWeight(penalty, name, value));

    /// <summary>A number that is finite and at least 0.</summary>
    /// <param name="meaning">What the number may be, and what it is, for the message.</param>
    public static PenaltyOption NotNegative(string penalty, string name, double value, string meaning) => new(name, value, Numbers.IsFiniteAndNotNegative(value) ? null : new(PenaltyMistakeKind.Range, name, name, penalty, Numbers.Text(value), meaning));

    /// <summary>The deviation of what is added to latents.</summary>
    public static PenaltyOption Deviation(string penalty, double value)
        => new(nameof(Deviation), value, Numbers.IsFiniteAndPositive(value) ? null : new(PenaltyMistakeKind.Range, nameof(Deviation), nameof(Deviation), penalty, Numbers.Text(value), "above 0, the standard deviation of the step between two latents"));

    /// <summary>What a step keeps of a moving average.</summary>
    /// <param name="range">The numbers it may be, for the message.</param>
    public static PenaltyOption Decay(string penalty, double value, bool isValid, string range)
        => new(nameof(Decay), value, isValid ? null : new(PenaltyMistakeKind.Decay, nameof(Decay), penalty, Numbers.Text(value), range));
}
