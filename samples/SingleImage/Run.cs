using System.Diagnostics;
using Gan.Experiments;
using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace SingleImage;

/// <summary>One run: trains the scales one after the other, and writes the results of each.</summary>
internal static class Run
{
    private const int Samples = 9;
    private const int Columns = 3;
    private const int PictureScale = 4;
    private const int ProgressLines = 5;

    /// <exception cref="IOException">The photograph cannot be read, or the results cannot be written.</exception>
    /// <exception cref="DivergedException">A loss or a picture is not finite.</exception>
    public static void Execute(Settings settings, TextWriter output, CancellationToken stop)
    {
        // Networks this small gain nothing from a second thread. With one thread, the same seed gives the same run on machines with any number of processors.
        set_num_threads(1);
        // The first pictures are drawn before the objective is created.
        TorchBackend.Check();
        manual_seed(settings.Seed);
        using var scope = NewDisposeScope();
        var images = Pyramid.Read();
        Directory.CreateDirectory(settings.Out);
        using var chain = new ScaleChain(images[0]);
        using var critic = Networks.Critic();
        var steps = 0;
        var numbers = new List<string> { "scale,height,width,noise_amplitude,reconstruction_rmse" };
        foreach (var (index, image) in images.Index())
        {
            // If the run is stopped during a scale, the results of that scale are still written.
            if (index > 0 && stop.IsCancellationRequested)
                break;
            steps = Train(settings, chain, image, critic, $"scale {index + 1}/{images.Count}  {image.shape[2]}×{image.shape[3]}", output, stop);
            Save($"samples-{index + 1}.png", chain.Samples(Samples), Columns);
            numbers.Add(FormattableString.Invariant($"{index + 1},{image.shape[2]},{image.shape[3]},{chain.Last!.Amplitude},{ScaleChain.Rmse(chain.Reconstruction(), image)}"));
        }

        var (photograph, reconstruction) = (chain.Last!.Image, chain.Reconstruction());
        Save("reconstruction.png", cat([photograph, reconstruction]), columns: 2);
        var path = Path.Combine(settings.Out, "scales.csv");
        File.WriteAllLines(path, numbers);
        output.WriteLine(path);
        output.WriteLine($"reconstruction RMSE {ScaleChain.Rmse(reconstruction, photograph):f4} at {chain.Last.Height}×{chain.Last.Width}, where black is -1 and white 1");

        void Save(string name, Tensor pictures, int columns)
        {
            // The losses of a step do not show the effect of its own update.
            var largest = pictures.abs().max().ToDouble();
            if (!double.IsFinite(largest))
                throw new DivergedException(steps, $"a pixel of {name}", largest);
            var file = Path.Combine(settings.Out, name);
            File.WriteAllBytes(file, SampleGrid.Png(pictures, columns, PictureScale));
            output.WriteLine(file);
        }
    }

    /// <returns>The number of steps that were done.</returns>
    private static int Train(Settings settings, ScaleChain chain, Tensor image, nn.Module<Tensor, Tensor> critic, string title, TextWriter output, CancellationToken stop)
    {
        var (noise, below) = (chain.ReconstructionNoise(image), chain.ReconstructionBelow(image));
        // The less detail the coarser scale has left to add, the smaller the noise.
        var amplitude = chain.Last is null ? 1 : 0.1 * ScaleChain.Rmse(below, image);
        var network = Networks.Generator();
        // Both networks start from the weights of the coarser scale.
        if (chain.Last is { } coarser)
            network.load_state_dict(coarser.Network.state_dict());
        var scale = new Scale(network, image, amplitude);
        using var training = new ScaleTraining(scale, critic, noise, below, settings.Steps);
        var watch = Stopwatch.StartNew();
        var every = Math.Max(1, settings.Steps / ProgressLines);
        var done = 0;
        while (done < settings.Steps && !stop.IsCancellationRequested)
        {
            using var scope = NewDisposeScope();
            var losses = training.Step(done, chain.Below(image, 1));
            done++;
            if (done % every == 0 || done == settings.Steps)
                output.WriteLine($"{title}  step {done}/{settings.Steps}  D {losses.D:f3}  penalty {losses.Penalty:f3}  G {losses.G:f3}  RMSE {losses.Rmse:f4}  {done / watch.Elapsed.TotalSeconds:f1} steps/s");
        }

        chain.Add(scale);
        return done;
    }
}
