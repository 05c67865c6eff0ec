using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gan.Experiments.Training;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Runs.Records;

/// <summary>Puts together what a run's record says.</summary>
internal static class RecordMaker
{
    private const string VectorsKey = "Vectors";

    /// <summary>The width of this machine's vectors, on which the last bits of sums depend.</summary>
    public static string Vectors => Vector512.IsHardwareAccelerated ? "512 bits" : Vector256.IsHardwareAccelerated ? "256 bits" : "128 bits or none";

    /// <summary>The width of the vectors a run was trained with; null: it is not known.</summary>
    public static string? VectorsOf(RunRecord record) => record.Environment.GetValueOrDefault(VectorsKey);

    /// <summary>What is known before anything is made.</summary>
    public static RunRecord Planned(RunPlan plan, string code) => new()
    {
        Experiment = plan.Experiment,
        Settings = plan.Settings,
        Sweep = plan.Sweep,
        Threads = plan.Threads,
        Environment = Environment(plan, code),
    };

    /// <summary>With what the check of libtorch found.</summary>
    public static RunRecord Checked(RunRecord planned, BackendVerdict verdict) => planned with
    {
        Environment = new Dictionary<string, string>(planned.Environment) { ["libtorch"] = verdict.Text },
    };

    /// <summary>With what has been made.</summary>
    public static RunRecord Made(RunRecord planned, Players players, GanData data)
    {
        var info = players.Objective.Info;
        var skipped = data.Skipped.Select(static skipped => $"Skipped {skipped}");
        return planned with
        {
            Objective = info.Name,
            DiscriminatorLoss = new(info.DiscriminatorLoss.Text, info.DiscriminatorLoss.Latex),
            GeneratorLoss = new(info.GeneratorLoss.Text, info.GeneratorLoss.Latex),
            Penalties = info.Penalties,
            GeneratorPenalties = info.GeneratorPenalties,
            Hyperparameters = players.Objective.Hyperparameters.ToDictionary(static h => h.Name, static h => h.Value),
            Data = data.Name,
            DataCount = data.Count,
            Networks = $"{Describe(players.Generator)}, {Describe(players.Discriminator)}",
            Notes = [.. planned.Notes.Union(skipped)],
        };
    }

    /// <summary>With the metrics that apply to the data.</summary>
    public static RunRecord Measured(RunRecord made, Players players, GanData data)
    {
        if (made.Settings.MetricSamples == 0)
            return made;
        using var scope = NewDisposeScope();
        // The seed is that of the metrics, not of the training: all runs are compared with the same real samples.
        using var metrics = new SampleMetrics(data, new() { Samples = made.Settings.MetricSamples });
        var generator = players.ForDrawing();
        var report = metrics.Of((count, random) => generator.call(players.LatentsFrom(count, random)));
        return made with
        {
            Metrics = [.. report.Metrics.Select(static metric => new RunMetric(metric.Name, metric.Value, metric.Direction))],
            MetricFeatures = report.Features,
            MetricSamples = report.Samples,
        };
    }

    private static string Describe(nn.Module module) =>
        string.Create(CultureInfo.InvariantCulture, $"{module.GetType().Name} ({module.parameters().Sum(static parameter => parameter.numel()):N0} parameters)");

    private static Dictionary<string, string> Environment(RunPlan plan, string code) => new()
    {
        ["System"] = RuntimeInformation.OSDescription,
        ["Processors"] = System.Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
        ["Threads"] = plan.Threads.ToString(CultureInfo.InvariantCulture),
        [VectorsKey] = Vectors,
        ["Runtime"] = RuntimeInformation.FrameworkDescription,
        ["Code"] = code,
    };
}
