using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>D(x) = w·x + t over all of a sample, with ||w|| and t given: its gradient is w everywhere.</summary>
internal sealed class LinearNet : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly double offset;

    public LinearNet(int inputs, double norm, ScalarType type, double order = 2, double offset = 0)
        : base(nameof(LinearNet))
    {
        this.offset = offset;
        using var scope = NewDisposeScope();
        var direction = arange(1, inputs + 1, dtype: ScalarType.Float64).mul(2).cos();
        weight = new Parameter(direction.mul(norm).div(linalg.vector_norm(direction, order)).to(type));
        weight.DetachFromDisposeScope();
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input.reshape(input.shape[0], -1).mul(weight).sum(1).add(offset);
}
