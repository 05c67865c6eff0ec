using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface;

/// <summary>What the arguments of one call share, and what they own.</summary>
internal sealed class Scene : IDisposable
{
    private readonly DisposeScope tensors = NewDisposeScope();
    private readonly List<IDisposable> owned = [];
    private readonly Dictionary<string, nn.Module<Tensor, Tensor>> players = [];
    private Tensor? latents;

    /// <summary>w, a leaf that tracks its gradient.</summary>
    public Tensor Latents => latents ??= randn(3, 2).requires_grad_(true);

    /// <summary>G(w), with its graph.</summary>
    public Tensor Fake => Latents.mul(2);

    /// <summary>A network by the name of its parameter, the same at each call.</summary>
    public nn.Module<Tensor, Tensor> Player(string name)
    {
        if (!players.TryGetValue(name, out var player))
            players.Add(name, player = Own(nn.Linear(2, 2)));
        return player;
    }

    /// <summary>Something to be disposed with the scene.</summary>
    public T Own<T>(T value)
        where T : IDisposable
    {
        owned.Add(value);
        return value;
    }

    /// <summary>Disposes what has been given to it to own.</summary>
    public void Release()
    {
        foreach (var value in owned)
            value.Dispose();
    }

    public void Dispose()
    {
        Release();
        tensors.Dispose();
    }
}
