using Gan.Experiments.Pictures;
using Gan.Experiments.Training.Steps;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Reports;

/// <summary>Run folders as a training leaves them.</summary>
internal static class MadeRun
{
    public static RunRecord Record { get; } = new()
    {
        Experiment = "Ring",
        Objective = "NonSaturating",
        DiscriminatorLoss = new("E[softplus(-D(x))] + E[softplus(D(G(z)))]", @"\mathbb{E}_x\!\left[\operatorname{softplus}(-D(x))\right] + \mathbb{E}_z\!\left[\operatorname{softplus}(D(G(z)))\right]"),
        GeneratorLoss = new("E[softplus(-D(G(z)))]", @"\mathbb{E}_z\!\left[\operatorname{softplus}(-D(G(z)))\right]"),
        Penalties = [new("R1", "gamma E‖∇D(x)‖², every 16 steps and times 16", @"\gamma\,\mathbb{E}_x\lVert\nabla D(x)\rVert^2")],
        Hyperparameters = new Dictionary<string, double> { ["Gamma"] = 0.5, ["Margin"] = 1 },
        Sweep = new Dictionary<string, double> { ["Gamma"] = 0.5 },
        Data = "8 Gaussians",
        DataCount = 10_000,
        Settings = new ExperimentSettings { Steps = 1000, LatentShape = [4, 1, 2] },
        Networks = "G 1234, D 567",
        Environment = new Dictionary<string, string> { ["Runtime"] = ".NET 10" },
        Step = 1000,
        Status = RunStatus.Done,
        Seconds = 90,
        Metrics = [new("frechet_distance", 3.5, MetricDirection.LowerIsBetter), new("recall", 0.25, MetricDirection.HigherIsBetter)],
        MetricFeatures = "classifier of Tests",
        MetricSamples = 800,
    };

    /// <summary>A folder with a record, 600 logged steps, three sample grids and a walk of 4 rows.</summary>
    public static RunFolder Write(string path, RunRecord record)
    {
        using var scope = NewDisposeScope();
        var folder = new RunFolder(path);
        Directory.CreateDirectory(folder.SamplesPath);
        folder.Write(record);
        using (var log = StepLog.Open(folder.StepsPath, ["loss/discriminator", "loss/generator", "penalty/R1", "gradient_norm/generator"]))
        {
            for (var i = 0; i < 600; i++)
                log.Write(i, Math.Exp(-i / 100.0), 1 + Math.Sin(i / 10.0), i == 5 ? double.NaN : 0.01 * i, record.Seconds + i);
        }
        foreach (var step in (long[])[0, 500, 1000])
        {
            var images = linspace(-1, 1, 16 * 9).reshape(16, 1, 3, 3);
            File.WriteAllBytes(folder.SamplePath(step), SampleGrid.Png(images, scale: 8));
        }
        File.WriteAllBytes(folder.WalkPath, LatentWalk.Png(latents => latents.reshape(-1, 1, 3, 3), linspace(-1, 1, 4 * 9).reshape(4, 9), linspace(1, -1, 4 * 9).reshape(4, 9), count: 5, scale: 8));
        return folder;
    }
}
