using System.Globalization;
using System.Text;
using System.Text.Json;
using Gan.Experiments.Runs.Records;

namespace Gan.Experiments.Runs;

/// <summary>What is to be run: an experiment, its settings, the values of a sweep, and where the files go. A checkpoint carries it, so that what is resumed is what was begun.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Settings">How it trains.</param>
/// <param name="Sweep">Values of hyperparameters.</param>
/// <param name="Threads">Threads of the tensor library: another number gives other last bits.</param>
internal sealed record RunPlan(string Experiment, ExperimentSettings Settings, IReadOnlyDictionary<string, double> Sweep, int Threads)
{
    /// <summary>The run's name: the experiment's, with the values of the sweep.</summary>
    public string Name => Sweep.Count == 0
        ? Experiment
        : $"{Experiment}-{string.Join("-", Sweep.Select(static value => value.Key + "=" + value.Value.ToString("R", CultureInfo.InvariantCulture)))}";

    /// <summary>What a run's record says was to be run.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="ArgumentNullException">There is no record.</exception>
    public static RunPlan Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record.Experiment, record.Settings, record.Sweep, record.Threads);
    }

    /// <summary>Every combination of an experiment's sweeps, in their order; one plan without any.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="settings">How it trains.</param>
    /// <param name="threads">Threads of the tensor library.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<RunPlan> SweepOf(Experiment experiment, ExperimentSettings settings, int threads)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(settings);
        IEnumerable<IReadOnlyDictionary<string, double>> combinations = [new Dictionary<string, double>()];
        foreach (var sweep in experiment.Sweeps)
            combinations = combinations.SelectMany(before => sweep.Values.Select(value => new Dictionary<string, double>(before) { [sweep.Hyperparameter] = value }));
        return [.. combinations.Select(values => new RunPlan(experiment.Name, settings, values, threads))];
    }

    /// <summary>As a checkpoint keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecordFile.OneLine);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="InvalidDataException">It is something else, or a field is out of its range: the message names it.</exception>
    public static RunPlan FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var plan = JsonShape.Read<RunPlan>(Encoding.UTF8.GetBytes(json), RecordFile.Json);
            RecordChecks.Check(plan);
            return plan;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The checkpoint's configuration is damaged: {exception.Message}", exception);
        }
    }
}
