using Gan.Experiments.Training;
using static TorchSharp.torch;

namespace Gan.Experiments.Runs;

/// <summary>Is told how a run goes, on the run's thread. What it throws ends the run as failed.</summary>
internal interface IRunObserver : IDisposable
{
    /// <summary>All is made, and the first step comes next.</summary>
    void OnStart(RunStart start);

    /// <summary>A step is done.</summary>
    void OnStep(StepNumbers numbers);

    /// <summary>Samples of the fixed latents have been drawn.</summary>
    /// <param name="step">Steps done.</param>
    /// <param name="samples">[n, ...], the caller's.</param>
    /// <param name="data">The data set.</param>
    void OnSamples(long step, Tensor samples, GanData data);
}
