using Gan.Runtime;

namespace Gan.Experiments;

/// <summary>What a run was: written to <c>run.json</c> in its folder when it starts, with each checkpoint, and when it ends.</summary>
public sealed record RunRecord
{
    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The objective's name; empty, as all that follows from it, where the run failed before it was made.</summary>
    public string Objective { get; init; } = "";

    /// <summary>L_D and L_G, as text and as LaTeX.</summary>
    public RunFormula DiscriminatorLoss { get; init; } = RunFormula.None;

    /// <inheritdoc cref="DiscriminatorLoss"/>
    public RunFormula GeneratorLoss { get; init; } = RunFormula.None;

    /// <summary>The penalties of D's loss and of G's, as text and as LaTeX.</summary>
    public IReadOnlyList<PenaltyInfo> Penalties { get; init; } = [];

    /// <inheritdoc cref="Penalties"/>
    public IReadOnlyList<PenaltyInfo> GeneratorPenalties { get; init; } = [];

    /// <summary>The objective's hyperparameters, by name.</summary>
    public IReadOnlyDictionary<string, double> Hyperparameters { get; init; } = new Dictionary<string, double>();

    /// <summary>The values of the sweep, by hyperparameter; empty where it is none.</summary>
    public IReadOnlyDictionary<string, double> Sweep { get; init; } = new Dictionary<string, double>();

    /// <summary>The data set's name, and its number of samples; empty where none has been made yet.</summary>
    public string Data { get; init; } = "";

    /// <inheritdoc cref="Data"/>
    public int DataCount { get; init; }

    /// <summary>How it trained.</summary>
    public required ExperimentSettings Settings { get; init; }

    /// <summary>Threads of the tensor library.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Names of networks and numbers of their parameters; empty where the run failed before they were made.</summary>
    public string Networks { get; init; } = "";

    /// <summary>Machine, runtime, library and code versions, by name.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Steps done.</summary>
    public long Step { get; init; }

    /// <summary>How it stands: Running, Done, Stopped, or Failed.</summary>
    public RunStatus Status { get; init; }

    /// <summary>Why it failed: what, where, what to do.</summary>
    public string? Failure { get; init; }

    /// <summary>Seconds of training, over all its parts; of one that was killed, to its last checkpoint.</summary>
    public double Seconds { get; init; }

    /// <summary>Metrics of the final generator, by name.</summary>
    public IReadOnlyList<RunMetric> Metrics { get; init; } = [];

    /// <summary>The features that the metrics were taken by; empty where there are none. Metrics of other features cannot be compared.</summary>
    public string MetricFeatures { get; init; } = "";

    /// <summary>The real and the generated samples that were compared: no more than the data have; 0 where there are no metrics.</summary>
    public int MetricSamples { get; init; }

    /// <summary>What the run tells its reader, such as data that were skipped and checkpoints that were damaged.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A formula as plain text and as LaTeX.</summary>
public sealed record RunFormula(string Text, string Latex)
{
    internal static RunFormula None { get; } = new("", "");
}

/// <summary>A metric of generated samples.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Direction">Which values are better.</param>
public sealed record RunMetric(string Name, double Value, MetricDirection Direction);

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>It runs, or its process ended without a word.</summary>
    Running,

    /// <summary>All steps are done.</summary>
    Done,

    /// <summary>It was stopped, and can be resumed.</summary>
    Stopped,

    /// <summary>It failed: a number was not finite, or something threw.</summary>
    Failed,
}
