using Gan.Experiments.Training.Steps;
using Gan.Runtime;

namespace Gan.Experiments.Training;

/// <summary>The names of a step's numbers.</summary>
internal static class StepColumns
{
    /// <summary>L_D without penalties.</summary>
    public static readonly string LossD = StepNames.Of(StepNames.Losses, "D");

    /// <summary>L_G without penalties.</summary>
    public static readonly string LossG = StepNames.Of(StepNames.Losses, "G");

    /// <summary>The mean of D(x).</summary>
    public static readonly string LogitReal = StepNames.Of(StepNames.Logits, "real");

    /// <summary>The mean of D(G(z)).</summary>
    public static readonly string LogitFake = StepNames.Of(StepNames.Logits, "fake");

    /// <summary>The probability of an augmentation that adapts.</summary>
    public static readonly string Probability = StepNames.Of(StepNames.Augmentation, "p");

    /// <summary>The norm of D's gradient.</summary>
    public static readonly string NormD = StepNames.Of(StepNames.GradientNorms, "D");

    /// <summary>The norm of G's gradient.</summary>
    public static readonly string NormG = StepNames.Of(StepNames.GradientNorms, "G");

    /// <summary>A penalty, weighted, where it is due.</summary>
    public static string Penalty(string name) => StepNames.Of(StepNames.Penalties, name);

    /// <summary>A hyperparameter that changes during training.</summary>
    public static string Hyperparameter(string name) => StepNames.Of(StepNames.Hyperparameters, name);

    /// <summary>All that a run of an objective logs, in the order of its columns.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="isAdaptive">Whether the probability of an augmentation changes.</param>
    public static IReadOnlyList<string> Of(IGanObjective objective, bool isAdaptive)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var penalties = objective.Penalties.Cast<Penalty>().Concat(objective.GeneratorPenalties).Where(penalty => penalty.Weight > 0 || objective.Variables.Count > 0);
        IEnumerable<string> probability = isAdaptive ? [Probability] : [];
        return
        [
            LossD, LossG, .. penalties.Select(static penalty => Penalty(penalty.Name)).Distinct(), LogitReal, LogitFake, .. probability, NormD, NormG,
            .. objective.Variables.Select(static variable => Hyperparameter(variable.Name)),
        ];
    }
}
