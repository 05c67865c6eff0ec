using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>D(x) = s * mean(x) over all of a sample, with s = 1: on samples of one number each its logits are those numbers.</summary>
internal sealed class LevelNet : nn.Module<Tensor, Tensor>
{
    private readonly Parameter scale;

    public LevelNet(ScalarType type)
        : base(nameof(LevelNet))
    {
        scale = new Parameter(ones([], dtype: type));
        RegisterComponents();
    }

    public Parameter Scale => scale;

    public override Tensor forward(Tensor input) => input.reshape(input.shape[0], -1).mean([1]).mul(scale);
}
