using static TorchSharp.torch;

namespace Gan.Experiments.Training;

/// <summary>Gives torch's own random numbers back as they were: what is drawn meanwhile, as by a generator with noise of its own, is not taken from the training.</summary>
internal sealed class KeptRandom : IDisposable
{
    private readonly Tensor state = get_rng_state().DetachFromDisposeScope();

    public void Dispose()
    {
        set_rng_state(state);
        state.Dispose();
    }
}
