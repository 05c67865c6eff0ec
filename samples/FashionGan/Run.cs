using Spectre.Console;
using static TorchSharp.torch;

namespace FashionGan;

/// <summary>One run: read the images, train, write what came of it.</summary>
internal static class Run
{
    private const int Columns = 8;
    private const int ProgressRows = 10;

    /// <exception cref="IOException">The images cannot be read, or the results not written.</exception>
    public static void Execute(Settings settings, IAnsiConsole console, CancellationToken stop)
    {
        set_num_threads(settings.Threads);
        manual_seed(settings.Seed);
        using var scope = NewDisposeScope();
        var images = FashionMnist.Load(settings.Data);
        Directory.CreateDirectory(settings.Out);
        using var training = new Training(settings.Objective, images, settings.Batch);
        var latents = Networks.Latents(Columns * Columns);
        var progress = new List<Tensor>();
        var history = new List<StepMetrics>();
        void AddProgressRow() => progress.Add(training.Draw(latents.narrow(0, 0, Columns)));

        var output = console.Profile.Out.Writer;
        var info = settings.Objective.Info;
        output.WriteLine($"{info.Name}: L_D = {string.Join(" + ", [info.DiscriminatorLoss.Text, .. info.Penalties.Select(penalty => penalty.Text)])}");
        output.WriteLine($"{new string(' ', info.Name.Length)}  L_G = {info.GeneratorLoss.Text}");
        Progress.Show(console, settings, report =>
        {
            for (var step = 0; step < settings.Steps && !stop.IsCancellationRequested; step++)
            {
                // Often at first, when most changes.
                if (step >= settings.Steps * Math.Pow(progress.Count / (ProgressRows - 1.0), 2))
                    AddProgressRow();
                history.Add(training.Step(step));
                report(history[^1]);
            }
        });
        AddProgressRow();

        Write("samples.png", path => Pictures.Save(path, training.Draw(latents), Columns));
        Write("progress.png", path => Pictures.Save(path, cat(progress), Columns));
        Write("losses.png", path => LossPlot.Save(path, info.Name, history));
        Write("metrics.csv", path => StepMetrics.Save(path, history));

        void Write(string name, Action<string> save)
        {
            var path = Path.Combine(settings.Out, name);
            save(path);
            output.WriteLine(path);
        }
    }
}
