using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>D(x) = w·x over all of a sample, with ||w|| given: its gradient is w everywhere.</summary>
internal sealed class LinearNet : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public LinearNet(int inputs, double norm, ScalarType type)
        : base(nameof(LinearNet))
    {
        using var scope = NewDisposeScope();
        var direction = arange(1, inputs + 1, dtype: ScalarType.Float64).mul(2).cos();
        weight = new Parameter(direction.mul(norm).div(direction.norm()).to(type));
        weight.DetachFromDisposeScope();
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input.reshape(input.shape[0], -1).mul(weight).sum(1);
}
