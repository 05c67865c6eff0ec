using Gan.Runtime;

namespace Gan.Experiments;

/// <summary>Records a run. It is written to <c>run.json</c> in the folder of the run when the run starts, with each checkpoint, and when the run ends.</summary>
public sealed record RunRecord
{
    /// <summary>Gets or sets the name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Gets or sets the name of the objective. It is empty, as are the formulas, if the run failed before the objective was created.</summary>
    public string Objective { get; init; } = "";

    /// <summary>Gets or sets the formula of the discriminator's loss L_D.</summary>
    public RunFormula DiscriminatorLoss { get; init; } = RunFormula.None;

    /// <summary>Gets or sets the formula of the generator's loss L_G.</summary>
    public RunFormula GeneratorLoss { get; init; } = RunFormula.None;

    /// <summary>Gets or sets the penalties of the discriminator's loss.</summary>
    public IReadOnlyList<PenaltyInfo> Penalties { get; init; } = [];

    /// <summary>Gets or sets the penalties of the generator's loss.</summary>
    public IReadOnlyList<PenaltyInfo> GeneratorPenalties { get; init; } = [];

    /// <summary>Gets or sets the values of the objective's hyperparameters, by name.</summary>
    public IReadOnlyDictionary<string, double> Hyperparameters { get; init; } = new Dictionary<string, double>();

    /// <summary>Gets or sets the values of the sweep, by hyperparameter. The dictionary is empty if the run is not part of a sweep.</summary>
    public IReadOnlyDictionary<string, double> Sweep { get; init; } = new Dictionary<string, double>();

    /// <summary>Gets or sets the name of the data set. It is empty if the data set has not been created yet.</summary>
    public string Data { get; init; } = "";

    /// <summary>Gets or sets the number of samples of the data set. It is 0 if the data set has not been created yet.</summary>
    public int DataCount { get; init; }

    /// <summary>Gets or sets the settings of the training.</summary>
    public required ExperimentSettings Settings { get; init; }

    /// <summary>Gets or sets the number of threads of the tensor library.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets or sets the names of the networks and the numbers of their parameters. It is empty if the run failed before the networks were created.</summary>
    public string Networks { get; init; } = "";

    /// <summary>Gets or sets the machine and the versions of the runtime, the libraries and the code, by name.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets or sets the number of completed steps.</summary>
    public long Step { get; init; }

    /// <summary>Gets or sets the status of the run.</summary>
    public RunStatus Status { get; init; }

    /// <summary>Gets or sets the reason for a failure: what failed, where, and what to do. Otherwise, it is <see langword="null"/>.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets or sets the duration of the training in seconds, including the parts before it was resumed. For a run that was killed, it ends at the last checkpoint.</summary>
    public double Seconds { get; init; }

    /// <summary>Gets or sets the metrics of the final generator.</summary>
    public IReadOnlyList<RunMetric> Metrics { get; init; } = [];

    /// <summary>Gets or sets the name of the features of the metrics. It is empty if there are no metrics. Metrics of different features cannot be compared with each other.</summary>
    public string MetricFeatures { get; init; } = "";

    /// <summary>Gets or sets the number of real samples, and of generated samples, that the metrics compared. It is 0 if there are no metrics.</summary>
    public int MetricSamples { get; init; }

    /// <summary>Gets or sets the notes of the run, such as skipped data and damaged checkpoints.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Represents a formula as plain text and as LaTeX.</summary>
/// <param name="Text">The formula in plain text.</param>
/// <param name="Latex">The formula in LaTeX for math mode, without dollar signs.</param>
public sealed record RunFormula(string Text, string Latex)
{
    internal static RunFormula None { get; } = new("", "");
}

/// <summary>Represents a metric of generated samples.</summary>
/// <param name="Name">The name of the metric.</param>
/// <param name="Value">The value of the metric.</param>
/// <param name="Direction">Which values are better.</param>
public sealed record RunMetric(string Name, double Value, MetricDirection Direction);

/// <summary>Specifies the status of a run.</summary>
public enum RunStatus
{
    /// <summary>The run is in progress, or its process was killed.</summary>
    Running,

    /// <summary>The run has completed all steps.</summary>
    Done,

    /// <summary>The run was stopped and can be resumed.</summary>
    Stopped,

    /// <summary>The run failed, because a number was not finite or an exception was thrown.</summary>
    Failed,
}
