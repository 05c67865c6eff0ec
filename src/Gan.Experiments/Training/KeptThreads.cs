using static TorchSharp.torch;

namespace Gan.Experiments.Training;

/// <summary>Gives the tensor library another number of threads, and at the end the one it had.</summary>
internal sealed class KeptThreads : IDisposable
{
    private readonly int before = get_num_threads();

    public KeptThreads(int threads) => set_num_threads(threads);

    public void Dispose() => set_num_threads(before);
}
